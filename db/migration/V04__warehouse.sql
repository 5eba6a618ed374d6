-- Where things are: locations, the QR labels, and the boxes in the middle of it all.

-- The zero date is the default of a column below, which a strict sql_mode refuses.
set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- BoxState. The application knows the rows by their ids.
create table box_state (
  id int unsigned not null auto_increment,
  label varchar(20) not null,
  primary key (id),
  unique key label (label)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Location (`type` Warehouse) or DistributionSpot (`type` MapDistroSpot). A box that moves in takes
-- on the state in `box_state_id`.
create table locations (
  id int unsigned not null auto_increment,
  label varchar(20) not null,
  camp_id int unsigned not null,
  seq int,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  visible tinyint not null default 1,
  container_stock tinyint not null default 0,
  is_market tinyint not null default 0,
  is_donated tinyint not null default 0,
  is_lost tinyint not null default 0,
  type varchar(20) not null default 'Warehouse',
  latitude double,
  longitude double,
  description varchar(255),
  deleted datetime,
  is_scrap tinyint(1) not null default 0,
  box_state_id int unsigned not null default 1,
  primary key (id),
  key box_state_id (box_state_id),
  key camp_id (camp_id),
  key created_by (created_by),
  key locations_latitude_index (latitude),
  key locations_longitude_index (longitude),
  key locations_type_index (type),
  key modified_by (modified_by),
  constraint locations_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade,
  constraint locations_ibfk_4 foreign key (box_state_id)
    references box_state (id) on delete no action on update cascade,
  constraint locations_ibfk_5 foreign key (box_state_id)
    references box_state (id) on delete no action on update cascade,
  constraint locations_ibfk_6 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint locations_ibfk_7 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- QrCode. `code` is what the printed label carries.
create table qr (
  id int unsigned not null auto_increment,
  code varchar(255),
  created datetime,
  legacy int not null default 0,
  primary key (id),
  unique key code_legacy_unique (code, legacy)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Box. `box_id` is the label identifier people read. What is in it has either a size, or a measure:
-- `measure_value` in kilograms or litres, shown in `display_unit_id`. `deleted` is the zero date as
-- long as the box exists.
create table stock (
  id int unsigned not null auto_increment,
  box_id varchar(11) not null default '',
  product_id int unsigned not null,
  size_id int unsigned,
  weight_display_unit_id int unsigned not null default 1,
  weight decimal(36,18) unsigned,
  monetary_value decimal(36,18) unsigned,
  display_unit_id int unsigned,
  measure_value decimal(36,18) unsigned,
  items int,
  location_id int unsigned not null,
  distro_event_id int unsigned,
  qr_id int unsigned,
  comments text,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  deleted datetime not null default '0000-00-00 00:00:00',
  box_state_id int unsigned not null default 1,
  source_box_id int unsigned,
  primary key (id),
  unique key box_id_unique (box_id),
  unique key qr_id_unique (qr_id),
  key box_id (box_id),
  key box_state_id (box_state_id),
  key created_by (created_by),
  key display_unit_id (display_unit_id),
  key distro_event_id (distro_event_id),
  key location_id (location_id),
  key modified_by (modified_by),
  key product_id (product_id),
  key size_id (size_id),
  key source_box_id (source_box_id),
  key weight_display_unit_id (weight_display_unit_id),
  constraint stock_ibfk_3 foreign key (qr_id)
    references qr (id) on delete restrict on update cascade,
  constraint stock_ibfk_9 foreign key (box_state_id)
    references box_state (id) on delete restrict on update cascade,
  constraint stock_ibfk_10 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint stock_ibfk_11 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint stock_ibfk_14 foreign key (location_id)
    references locations (id) on delete restrict on update cascade,
  constraint stock_ibfk_15 foreign key (product_id)
    references products (id) on delete restrict on update cascade,
  constraint stock_ibfk_16 foreign key (size_id)
    references sizes (id) on delete restrict on update cascade,
  constraint stock_ibfk_18 foreign key (display_unit_id)
    references units (id) on delete restrict on update cascade,
  constraint stock_ibfk_19 foreign key (source_box_id)
    references stock (id) on delete set null on update cascade,
  constraint stock_ibfk_20 foreign key (weight_display_unit_id)
    references units (id) on delete restrict on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

set session sql_mode = @caller_sql_mode;
