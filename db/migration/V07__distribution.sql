-- Distributions away from the warehouse: what is planned, packed, handed out and brought back. Boxes
-- packed for an event refer to it.

-- Altering stock checks its defaults again, and a strict sql_mode refuses its zero date.
set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- DistributionEventsTrackingGroup: events whose returned items are counted together.
create table distro_events_tracking_groups (
  id int unsigned not null auto_increment,
  group_name varchar(255),
  base_id int unsigned not null,
  state varchar(255) not null default 'In Progress',
  created_on datetime not null,
  created_by int unsigned,
  modified_on datetime,
  modified_by int unsigned,
  primary key (id),
  key base_id (base_id),
  key created_by (created_by),
  key distro_events_tracking_groups_created_on (created_on),
  key distro_events_tracking_groups_modified_on (modified_on),
  key distro_events_tracking_groups_state (state),
  key modified_by (modified_by),
  constraint distro_events_tracking_groups_ibfk_1 foreign key (base_id)
    references camps (id) on delete restrict on update cascade,
  constraint distro_events_tracking_groups_ibfk_2 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint distro_events_tracking_groups_ibfk_3 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- DistributionEvent, held at a distribution spot (`location_id`).
create table distro_events (
  id int unsigned not null auto_increment,
  name varchar(255),
  planned_start_date_time datetime not null,
  planned_end_date_time datetime not null,
  location_id int unsigned not null,
  distro_event_tracking_group_id int unsigned,
  state varchar(255) not null default 'Planning',
  created_on datetime not null,
  created_by int unsigned,
  deleted_on datetime,
  modified_on datetime,
  modified_by int unsigned,
  primary key (id),
  key created_by (created_by),
  key distro_event_tracking_group_id (distro_event_tracking_group_id),
  key distro_events_created_on (created_on),
  key distro_events_deleted_on (deleted_on),
  key distro_events_modified_on (modified_on),
  key distro_events_planned_end_date_time (planned_end_date_time),
  key distro_events_planned_start_date_time (planned_start_date_time),
  key distro_events_state (state),
  key location_id (location_id),
  key modified_by (modified_by),
  constraint distro_events_ibfk_1 foreign key (location_id)
    references locations (id) on delete restrict on update cascade,
  constraint distro_events_ibfk_2 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint distro_events_ibfk_3 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint distro_events_ibfk_4 foreign key (distro_event_tracking_group_id)
    references distro_events_tracking_groups (id) on delete restrict on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- PackingListEntry: how many items of a product and size an event needs.
create table distro_events_packing_list_entries (
  id int unsigned not null auto_increment,
  product_id int unsigned not null,
  number_of_items int not null,
  size_id int unsigned not null,
  distro_event_id int unsigned not null,
  state varchar(255) not null,
  created_on datetime not null,
  created_by int unsigned,
  modified_on datetime,
  modified_by int unsigned,
  primary key (id),
  key created_by (created_by),
  key distro_event_id (distro_event_id),
  key distro_events_packing_list_entries_created_on (created_on),
  key distro_events_packing_list_entries_modified_on (modified_on),
  key distro_events_packing_list_entries_state (state),
  key modified_by (modified_by),
  key product_id (product_id),
  key size_id (size_id),
  constraint distro_events_packing_list_entries_ibfk_1 foreign key (distro_event_id)
    references distro_events (id) on delete restrict on update cascade,
  constraint distro_events_packing_list_entries_ibfk_2 foreign key (product_id)
    references products (id) on delete restrict on update cascade,
  constraint distro_events_packing_list_entries_ibfk_3 foreign key (size_id)
    references sizes (id) on delete restrict on update cascade,
  constraint distro_events_packing_list_entries_ibfk_4 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint distro_events_packing_list_entries_ibfk_5 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- DistributionEventTrackingLogEntry: items that went out, and what came back of them.
create table distro_events_tracking_logs (
  id int unsigned not null auto_increment,
  product_id int unsigned not null,
  number_of_items int not null,
  size_id int unsigned not null,
  location_id int unsigned,
  flow_direction varchar(255),
  distro_event_tracking_group_id int unsigned,
  date datetime not null,
  details text,
  primary key (id),
  key distro_event_tracking_group_id (distro_event_tracking_group_id),
  key distro_events_tracking_logs_date (date),
  key distro_events_tracking_logs_flow_direction (flow_direction),
  key location_id (location_id),
  key product_id (product_id),
  key size_id (size_id),
  constraint distro_events_tracking_logs_ibfk_2 foreign key (product_id)
    references products (id) on delete restrict on update cascade,
  constraint distro_events_tracking_logs_ibfk_3 foreign key (size_id)
    references sizes (id) on delete restrict on update cascade,
  constraint distro_events_tracking_logs_ibfk_4 foreign key (location_id)
    references locations (id) on delete restrict on update cascade,
  constraint distro_events_tracking_logs_ibfk_5 foreign key (distro_event_tracking_group_id)
    references distro_events_tracking_groups (id) on delete restrict on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- UnboxedItemsCollection: loose items taken out of boxes for an event.
create table distro_events_unboxed_item_collections (
  id int unsigned not null auto_increment,
  product_id int unsigned not null,
  number_of_items int not null,
  size_id int unsigned not null,
  distro_event_id int unsigned not null,
  location_id int unsigned not null,
  box_state_id int unsigned not null default 1,
  comments varchar(255),
  created_on datetime not null,
  created_by int unsigned,
  modified_on datetime,
  modified_by int unsigned,
  primary key (id),
  key box_state_id (box_state_id),
  key created_by (created_by),
  key distro_event_id (distro_event_id),
  key distro_events_unboxed_item_collections_created_on (created_on),
  key distro_events_unboxed_item_collections_modified_on (modified_on),
  key location_id (location_id),
  key modified_by (modified_by),
  key product_id (product_id),
  key size_id (size_id),
  constraint distro_events_unboxed_item_collections_ibfk_1 foreign key (distro_event_id)
    references distro_events (id) on delete restrict on update cascade,
  constraint distro_events_unboxed_item_collections_ibfk_2 foreign key (product_id)
    references products (id) on delete restrict on update cascade,
  constraint distro_events_unboxed_item_collections_ibfk_3 foreign key (box_state_id)
    references box_state (id) on delete restrict on update cascade,
  constraint distro_events_unboxed_item_collections_ibfk_4 foreign key (size_id)
    references sizes (id) on delete restrict on update cascade,
  constraint distro_events_unboxed_item_collections_ibfk_5 foreign key (location_id)
    references locations (id) on delete restrict on update cascade,
  constraint distro_events_unboxed_item_collections_ibfk_6 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint distro_events_unboxed_item_collections_ibfk_7 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- References that had to wait for the tables they point at.
alter table stock
  add constraint stock_ibfk_17 foreign key (distro_event_id)
    references distro_events (id) on delete restrict on update cascade;

set session sql_mode = @caller_sql_mode;
