-- The people a base supports: families, the languages they speak, the tokens they are given and
-- spend, and the services they use.

-- The zero date is the default of a column below, which a strict sql_mode refuses.
set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- Language of a beneficiary, and of a user's screen.
create table languages (
  id int unsigned not null auto_increment,
  visible tinyint not null default 1,
  code varchar(255),
  locale varchar(255),
  name varchar(255),
  strftime_dateformat varchar(255),
  smarty_dateformat varchar(255),
  seq int,
  rtl tinyint not null,
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Beneficiary. A family is a head and the members whose `parent_id` it is; `container` is the
-- family's or tent's number. `deleted` and `date_of_signature` are the zero date as long as there is
-- none. `gender` is M, F or empty.
create table people (
  id int unsigned not null auto_increment,
  parent_id int unsigned,
  seq int not null,
  firstname varchar(255) not null default '',
  lastname varchar(255) not null default '',
  date_of_birth date,
  gender varchar(255) not null default '',
  family_id int not null,
  visible int not null default 1,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  url int,
  container varchar(255) not null default '',
  tent varchar(255) not null default '',
  email varchar(255) not null default '',
  pass varchar(255) not null default '',
  language int not null default 5,
  resetpassword varchar(255),
  comments text,
  workshoptraining int not null default 0,
  workshopsupervisor int not null default 0,
  phone varchar(255),
  bicycletraining int not null default 0,
  camp_id int unsigned not null,
  deleted datetime not null,
  extraportion int not null default 0,
  notregistered tinyint not null default 0,
  workshopban date,
  bicycleban date,
  bicyclebancomment text not null,
  workshopbancomment text not null,
  volunteer tinyint not null default 0,
  laundryblock tinyint not null default 0,
  laundrycomment varchar(255),
  approvalsigned tinyint not null default 0,
  signaturefield text,
  date_of_signature datetime not null default '0000-00-00 00:00:00',
  customfield1_value varchar(255),
  customfield2_value varchar(255),
  customfield3_value varchar(255),
  customfield4_value datetime,
  primary key (id),
  key camp_id (camp_id),
  key container (container),
  key created_by (created_by),
  key modified_by (modified_by),
  key parent_id (parent_id),
  constraint people_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade,
  constraint people_ibfk_5 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint people_ibfk_6 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint people_ibfk_7 foreign key (parent_id)
    references people (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The languages each beneficiary speaks.
create table x_people_languages (
  people_id int unsigned not null,
  language_id int unsigned not null,
  unique key people_language_unique (people_id, language_id),
  key language_id (language_id),
  constraint x_people_languages_ibfk_2 foreign key (language_id)
    references languages (id) on delete cascade on update cascade,
  constraint x_people_languages_ibfk_3 foreign key (people_id)
    references people (id) on delete cascade on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Transaction: tokens (`drops`) that a family is given (positive) or spends in the free shop on
-- `count` of a product (negative).
create table transactions (
  id int unsigned not null auto_increment,
  people_id int unsigned,
  product_id int unsigned,
  count int not null,
  description varchar(255) not null,
  drops int not null default 0,
  transaction_date datetime not null,
  user_id int unsigned,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  key people_id (people_id),
  key product_id (product_id),
  key transaction_date (transaction_date),
  key user_id (user_id),
  constraint transactions_ibfk_7 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint transactions_ibfk_8 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint transactions_ibfk_9 foreign key (user_id)
    references cms_users (id) on delete set null on update cascade,
  constraint transactions_ibfk_10 foreign key (people_id)
    references people (id) on delete set null on update cascade,
  constraint transactions_ibfk_11 foreign key (product_id)
    references products (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Service that a base offers, such as a course.
create table services (
  id int unsigned not null auto_increment,
  label varchar(255) not null,
  description text not null,
  camp_id int unsigned not null,
  deleted datetime,
  deleted_by int unsigned,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  seq int,
  primary key (id),
  key camp_id (camp_id),
  key created_by (created_by),
  key deleted_by (deleted_by),
  key modified_by (modified_by),
  constraint services_ibfk_1 foreign key (camp_id)
    references camps (id) on delete restrict on update cascade,
  constraint services_ibfk_2 foreign key (deleted_by)
    references cms_users (id) on delete restrict on update cascade,
  constraint services_ibfk_3 foreign key (created_by)
    references cms_users (id) on delete restrict on update cascade,
  constraint services_ibfk_4 foreign key (modified_by)
    references cms_users (id) on delete restrict on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Who used a service, and when.
create table services_relations (
  id int unsigned not null auto_increment,
  people_id int unsigned not null,
  service_id int unsigned not null,
  created datetime not null,
  created_by int unsigned,
  primary key (id),
  key created_by (created_by),
  key people_id (people_id),
  key service_id (service_id),
  constraint services_relations_ibfk_1 foreign key (people_id)
    references people (id) on delete restrict on update cascade,
  constraint services_relations_ibfk_2 foreign key (service_id)
    references services (id) on delete restrict on update cascade,
  constraint services_relations_ibfk_3 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- References that had to wait for the tables they point at.
alter table cms_users
  add constraint cms_users_ibfk_3 foreign key (language)
    references languages (id) on delete no action on update cascade;

set session sql_mode = @caller_sql_mode;
