-- Who works here: organisations, the bases they run, the people who sign in, and the groups that
-- decide what these may do. The tables point at one another in a circle (who created an organisation
-- is a user, whose group belongs to an organisation), so the references to users follow at the end.

-- Organisation.
create table organisations (
  id int unsigned not null auto_increment,
  label varchar(255) not null,
  created datetime,
  created_by int unsigned,
  deleted datetime,
  modified datetime,
  modified_by int unsigned,
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Base. Besides what the API shows, a row holds the settings of the free shop and of the services a
-- base offers.
create table camps (
  id int unsigned not null auto_increment,
  idcard tinyint not null default 0,
  laundry tinyint not null default 0,
  laundry_cyclestart date default '2019-01-01',
  market tinyint not null default 1,
  maxfooddrops_adult int default 25,
  maxfooddrops_child int default 25,
  modified datetime,
  modified_by int unsigned,
  name varchar(255),
  organisation_id int unsigned not null,
  schedulebreak varchar(255) not null default '1',
  schedulebreakduration varchar(255) not null default '1',
  schedulebreakstart varchar(255) not null default '13:00',
  schedulestart varchar(255) not null default '11:00',
  schedulestop varchar(255) not null default '17:00',
  scheduletimeslot varchar(255) not null default '0.5',
  seq int not null,
  workshop tinyint not null default 0,
  adult_age int not null default 15,
  bicycle tinyint not null default 0,
  bicycle_closingtime varchar(255) default '17:30',
  bicycle_closingtime_saturday varchar(255) default '16:30',
  bicyclerenttime int not null default 120,
  created datetime,
  created_by int unsigned,
  currencyname varchar(255) not null default 'Tokens',
  monetary_currency_code varchar(15) not null default 'EUR',
  cyclestart datetime default '2019-01-01 00:00:00',
  daystokeepdeletedpersons int default 9999,
  delete_inactive_users int not null default 30,
  deleted datetime,
  dropcapadult int not null default 99999,
  dropcapchild int not null default 99999,
  dropsperadult varchar(255) not null default '100',
  dropsperchild varchar(255) not null default '100',
  extraportion tinyint default 0,
  familyidentifier varchar(255) not null default 'Container',
  food tinyint not null default 0,
  resettokens tinyint(1) default 0,
  beneficiaryisregistered tinyint(1) not null default 1,
  beneficiaryisvolunteer tinyint(1) not null default 1,
  separateshopandwhproducts tinyint(1) not null default 0,
  email_enabled tinyint(1) not null default 0,
  phone_enabled tinyint(1) not null default 0,
  additional_field1_enabled tinyint(1) not null default 0,
  additional_field2_enabled tinyint(1) not null default 0,
  additional_field3_enabled tinyint(1) not null default 0,
  additional_field4_enabled tinyint(1) not null default 0,
  additional_field1_label varchar(255),
  additional_field2_label varchar(255),
  additional_field3_label varchar(255),
  additional_field4_label varchar(255),
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  key organisation_id (organisation_id),
  constraint camps_ibfk_1 foreign key (organisation_id)
    references organisations (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- How far a user group reaches: from all organisations down to single bases.
create table cms_usergroups_levels (
  id int unsigned not null auto_increment,
  level int,
  label varchar(255) not null,
  shortlabel varchar(20),
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- A group of an organisation's users with the same duties.
create table cms_usergroups (
  id int unsigned not null auto_increment,
  label varchar(255) not null,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  organisation_id int unsigned not null,
  userlevel int unsigned not null,
  allow_laundry_startcycle tinyint not null default 0,
  allow_laundry_block tinyint not null default 0,
  allow_borrow_adddelete tinyint not null,
  deleted datetime,
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  key organisation_id (organisation_id),
  key userlevel (userlevel),
  constraint cms_usergroups_ibfk_1 foreign key (organisation_id)
    references organisations (id) on delete no action on update cascade,
  constraint cms_usergroups_ibfk_2 foreign key (userlevel)
    references cms_usergroups_levels (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- User. `naam` is the name. The id is the one in the access token; passwords are the identity
-- provider's, not ours. `deleted` is the zero date as long as the user is active.
create table cms_users (
  id int unsigned not null auto_increment,
  pass varchar(40) collate utf8mb3_general_ci not null default '',
  naam varchar(100) collate utf8mb3_general_ci not null default '',
  email varchar(255) collate utf8mb3_general_ci,
  is_admin tinyint not null default 0,
  lastlogin datetime not null,
  lastaction datetime not null,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  resetpassword varchar(255),
  language int unsigned,
  deleted datetime not null,
  cms_usergroups_id int unsigned,
  valid_firstday date,
  valid_lastday date,
  primary key (id),
  unique key email (email),
  key cms_usergroups_id (cms_usergroups_id),
  key created_by (created_by),
  key language (language),
  key modified_by (modified_by),
  constraint cms_users_ibfk_2 foreign key (cms_usergroups_id)
    references cms_usergroups (id) on delete no action on update cascade,
  constraint cms_users_ibfk_4 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint cms_users_ibfk_5 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_bin;

-- The bases a user group works in.
create table cms_usergroups_camps (
  camp_id int unsigned not null,
  cms_usergroups_id int unsigned not null,
  unique key usergroups_camps_unique (camp_id, cms_usergroups_id),
  key camp_id (camp_id),
  key cms_usergroups_id (cms_usergroups_id),
  constraint cms_usergroups_camps_ibfk_1 foreign key (cms_usergroups_id)
    references cms_usergroups (id) on delete cascade on update cascade,
  constraint cms_usergroups_camps_ibfk_2 foreign key (camp_id)
    references camps (id) on delete cascade on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The identity provider's roles that a user group's members hold.
create table cms_usergroups_roles (
  cms_usergroups_id int unsigned not null,
  auth0_role_id varchar(255) not null,
  auth0_role_name varchar(255) not null,
  unique key cms_usergroups_id_2 (cms_usergroups_id, auth0_role_id),
  key cms_usergroups_id (cms_usergroups_id),
  constraint cms_usergroups_roles_ibfk_1 foreign key (cms_usergroups_id)
    references cms_usergroups (id) on delete cascade on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- References that had to wait for the tables they point at.
alter table organisations
  add constraint organisations_ibfk_1 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  add constraint organisations_ibfk_2 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade;

alter table camps
  add constraint camps_ibfk_2 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  add constraint camps_ibfk_3 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade;

alter table cms_usergroups
  add constraint cms_usergroups_ibfk_3 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  add constraint cms_usergroups_ibfk_4 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade;
