-- Tables of the older web application that shares this database. The API neither reads nor writes
-- them; they are here so that a new database serves both.

-- The older application's menu entries and pages.
create table cms_functions (
  id int unsigned not null auto_increment,
  parent_id int unsigned,
  title_en varchar(255) not null default '',
  include varchar(255) not null default '',
  seq int not null default 0,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  alert int not null default 0,
  adminonly tinyint not null default 0,
  visible tinyint not null,
  allusers tinyint not null default 0,
  allcamps tinyint not null default 0,
  action_permissions varchar(255),
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  key parent_id (parent_id),
  constraint cms_functions_ibfk_3 foreign key (parent_id)
    references cms_functions (id) on delete set null on update cascade,
  constraint cms_functions_ibfk_4 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint cms_functions_ibfk_5 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The bases that show a menu entry.
create table cms_functions_camps (
  cms_functions_id int unsigned not null,
  camps_id int unsigned not null,
  unique key functions_camps_unique (cms_functions_id, camps_id),
  key camps_id (camps_id),
  key cms_functions_id (cms_functions_id),
  constraint cms_functions_camps_ibfk_2 foreign key (camps_id)
    references camps (id) on delete cascade on update cascade,
  constraint cms_functions_camps_ibfk_3 foreign key (cms_functions_id)
    references cms_functions (id) on delete cascade on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The menu entries that a user group sees.
create table cms_usergroups_functions (
  cms_functions_id int unsigned not null,
  cms_usergroups_id int unsigned not null,
  unique key usergroups_functions_unique (cms_functions_id, cms_usergroups_id),
  key cms_functions_id (cms_functions_id),
  key cms_usergroups_id (cms_usergroups_id),
  constraint cms_usergroups_functions_ibfk_1 foreign key (cms_usergroups_id)
    references cms_usergroups (id) on delete cascade on update cascade,
  constraint cms_usergroups_functions_ibfk_2 foreign key (cms_functions_id)
    references cms_functions (id) on delete cascade on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The older application's settings.
create table cms_settings (
  id int unsigned not null auto_increment,
  category_id int unsigned not null,
  type varchar(20),
  code varchar(255) not null,
  description varchar(255),
  options varchar(255),
  value text,
  hidden tinyint not null default 0,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  primary key (id),
  unique key code (code),
  key created_by (created_by),
  key modified_by (modified_by),
  constraint cms_settings_ibfk_1 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint cms_settings_ibfk_2 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Groups of translated texts.
create table translate_categories (
  id int unsigned not null auto_increment,
  name varchar(255),
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Translated texts of the older application's screens.
create table translate (
  id int unsigned not null auto_increment,
  category_id int unsigned,
  type varchar(20) not null,
  code varchar(255) default '',
  description varchar(255),
  nl text not null,
  en text not null,
  fr text not null,
  hidden tinyint not null default 0,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  deleted datetime not null,
  primary key (id),
  key category_id (category_id),
  key created_by (created_by),
  key modified_by (modified_by),
  constraint translate_ibfk_3 foreign key (category_id)
    references translate_categories (id) on delete no action on update cascade,
  constraint translate_ibfk_4 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint translate_ibfk_5 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Tips shown after signing in.
create table tipofday (
  id int unsigned not null auto_increment,
  title varchar(255),
  content text,
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- A plain series of numbers, used in joins.
create table numbers (
  value int not null auto_increment,
  label varchar(20) not null,
  primary key (value)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The older application's error log.
create table log (
  id int unsigned not null auto_increment,
  logdate datetime,
  content text,
  ip varchar(255),
  user varchar(255),
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Items moved between locations, for the older statistics.
create table itemsout (
  id int unsigned not null auto_increment,
  product_id int unsigned,
  size_id int unsigned,
  count int,
  movedate datetime,
  from_location int unsigned,
  to_location int unsigned,
  primary key (id),
  key from_location (from_location),
  key product_id (product_id),
  key size_id (size_id),
  key to_location (to_location),
  constraint itemsout_ibfk_5 foreign key (from_location)
    references locations (id) on delete set null on update cascade,
  constraint itemsout_ibfk_6 foreign key (to_location)
    references locations (id) on delete set null on update cascade,
  constraint itemsout_ibfk_7 foreign key (product_id)
    references products (id) on delete set null on update cascade,
  constraint itemsout_ibfk_8 foreign key (size_id)
    references sizes (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Places that lend bicycles and sports gear.
create table borrow_locations (
  id int unsigned not null auto_increment,
  camp_id int unsigned not null,
  location varchar(255),
  primary key (id),
  key camp_id (camp_id),
  constraint borrow_locations_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Kinds of things to borrow.
create table borrow_categories (
  id int unsigned not null auto_increment,
  label varchar(255),
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Things to borrow.
create table borrow_items (
  id int unsigned not null auto_increment,
  label varchar(255),
  deleted tinyint not null default 0,
  category_id int unsigned,
  visible tinyint not null default 0,
  comment text not null,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  location_id int unsigned not null,
  primary key (id),
  key category_id (category_id),
  key created_by (created_by),
  key location_id (location_id),
  key modified_by (modified_by),
  constraint borrow_items_ibfk_3 foreign key (category_id)
    references borrow_categories (id) on delete no action on update cascade,
  constraint borrow_items_ibfk_4 foreign key (location_id)
    references borrow_locations (id) on delete no action on update cascade,
  constraint borrow_items_ibfk_5 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint borrow_items_ibfk_6 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Who borrowed or returned what.
create table borrow_transactions (
  id int unsigned not null auto_increment,
  transaction_date datetime,
  bicycle_id int unsigned not null,
  people_id int unsigned,
  status varchar(5),
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  lights tinyint not null default 0,
  helmet tinyint not null default 0,
  location_id int unsigned,
  primary key (id),
  key bicycle_id (bicycle_id),
  key created_by (created_by),
  key location_id (location_id),
  key modified_by (modified_by),
  key people_id (people_id),
  constraint borrow_transactions_ibfk_3 foreign key (location_id)
    references borrow_locations (id) on delete no action on update cascade,
  constraint borrow_transactions_ibfk_4 foreign key (bicycle_id)
    references borrow_items (id) on delete no action on update cascade,
  constraint borrow_transactions_ibfk_6 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint borrow_transactions_ibfk_7 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint borrow_transactions_ibfk_8 foreign key (people_id)
    references people (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Laundries of a base.
create table laundry_stations (
  id int unsigned not null auto_increment,
  label varchar(50),
  access varchar(255) not null default 'TRUE',
  camp_id int unsigned not null,
  primary key (id),
  key camp_id (camp_id),
  constraint laundry_stations_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Washing machines of a laundry.
create table laundry_machines (
  id int unsigned not null auto_increment,
  label varchar(255),
  station int unsigned not null,
  primary key (id),
  key station (station),
  constraint laundry_machines_ibfk_1 foreign key (station)
    references laundry_stations (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Times of day at which a wash can start.
create table laundry_times (
  id int unsigned not null auto_increment,
  label varchar(20),
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- A machine on a day of the cycle at a time.
create table laundry_slots (
  id int unsigned not null auto_increment,
  day tinyint,
  time int unsigned not null,
  machine int unsigned not null,
  primary key (id),
  key machine (machine),
  key time (time),
  constraint laundry_slots_ibfk_1 foreign key (machine)
    references laundry_machines (id) on delete no action on update cascade,
  constraint laundry_slots_ibfk_2 foreign key (time)
    references laundry_times (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Who washes in which slot of which cycle.
create table laundry_appointments (
  id int unsigned not null auto_increment,
  cyclestart date,
  timeslot int unsigned not null,
  people_id int unsigned,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  noshow tinyint not null default 0,
  dropoff tinyint not null default 0,
  collected tinyint not null default 0,
  comment text not null,
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  key people_id (people_id),
  key timeslot (timeslot),
  constraint laundry_appointments_ibfk_3 foreign key (timeslot)
    references laundry_slots (id) on delete no action on update cascade,
  constraint laundry_appointments_ibfk_5 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint laundry_appointments_ibfk_6 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint laundry_appointments_ibfk_7 foreign key (people_id)
    references people (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Kinds of books.
create table library_type (
  id int unsigned not null auto_increment,
  label varchar(255),
  camp_id int unsigned not null,
  primary key (id),
  key camp_id (camp_id),
  constraint library_type_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Books of a base's library.
create table `library` (
  id int unsigned not null auto_increment,
  code varchar(255),
  booktitle_en varchar(255),
  booktitle_ar varchar(255),
  author varchar(255),
  type_id int unsigned,
  deleted tinyint not null default 0,
  visible tinyint not null default 0,
  comment text not null,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  camp_id int unsigned not null,
  primary key (id),
  key camp_id (camp_id),
  key created_by (created_by),
  key modified_by (modified_by),
  key type_id (type_id),
  constraint library_ibfk_1 foreign key (camp_id)
    references camps (id) on delete no action on update cascade,
  constraint library_ibfk_4 foreign key (type_id)
    references library_type (id) on delete no action on update cascade,
  constraint library_ibfk_5 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint library_ibfk_6 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Who borrowed or returned which book.
create table library_transactions (
  id int unsigned not null auto_increment,
  transaction_date datetime,
  book_id int,
  people_id int unsigned,
  status varchar(5),
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  comment text not null,
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  key people_id (people_id),
  constraint library_transactions_ibfk_4 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint library_transactions_ibfk_5 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint library_transactions_ibfk_6 foreign key (people_id)
    references people (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;
