-- Labels with a colour that a base sticks on its boxes and beneficiaries.

-- Tag. `type` says what it may be attached to: Stock (a Box), People (a Beneficiary) or All.
create table tags (
  id int unsigned not null auto_increment,
  label varchar(255) not null,
  color varchar(255) not null,
  camp_id int unsigned not null,
  deleted datetime,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  description text not null,
  type varchar(255) default 'People',
  seq int,
  primary key (id),
  key camp_id (camp_id),
  key created_by (created_by),
  key modified_by (modified_by),
  key tags_type_index (type),
  constraint tags_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade,
  constraint tags_ibfk_2 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint tags_ibfk_3 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- What each tag is attached to: `object_id` is a row of stock or of people, as `object_type` says.
-- Taking a tag off sets `deleted_on`.
create table tags_relations (
  id int unsigned not null auto_increment,
  object_id int unsigned not null,
  object_type varchar(255) not null default 'People',
  tag_id int unsigned not null,
  created_on datetime,
  created_by_id int unsigned,
  deleted_on datetime,
  deleted_by_id int unsigned,
  primary key (id),
  key created_by_id (created_by_id),
  key deleted_by_id (deleted_by_id),
  key tag_id (tag_id),
  key tags_relations_object_id_tag_id_object_type (object_id, tag_id, object_type),
  constraint tags_relations_ibfk_4 foreign key (tag_id)
    references tags (id) on delete cascade on update cascade,
  constraint tags_relations_ibfk_5 foreign key (created_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint tags_relations_ibfk_6 foreign key (deleted_by_id)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;
