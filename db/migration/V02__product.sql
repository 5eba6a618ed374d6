-- What can be stored: products of a base, the standard products that several bases share, and the
-- vocabulary both are described in. Measures are kept in the base unit of their dimension (kilogram,
-- litre); a unit's factor leads from there to what is shown.

-- SizeRange. The ranges Mass and Volume are dimensions: they have units instead of sizes.
create table sizegroup (
  id int unsigned not null auto_increment,
  label varchar(255) not null,
  seq int,
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Size.
create table sizes (
  id int unsigned not null auto_increment,
  label varchar(20) not null,
  primary key (id)
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The sizes of each size range, in order of `seq`.
create table sizes_sizegroup (
  size_id int unsigned not null,
  sizegroup_id int unsigned not null,
  seq int,
  primary key (size_id, sizegroup_id),
  key idx_sizegroup_id (sizegroup_id),
  constraint fk_ss_size_id foreign key (size_id)
    references sizes (id) on delete cascade on update cascade,
  constraint fk_ss_sizegroup_id foreign key (sizegroup_id)
    references sizegroup (id) on delete cascade on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Unit of mass or volume. `dimension_id` is the size range it measures.
create table units (
  id int unsigned not null auto_increment,
  name varchar(255) not null,
  symbol varchar(255) not null,
  conversion_factor decimal(36,18) unsigned not null,
  dimension_id int unsigned not null,
  primary key (id),
  key dimension_id (dimension_id),
  constraint units_ibfk_1 foreign key (dimension_id)
    references sizegroup (id) on delete restrict on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- ProductGender: whom a product is made for.
create table genders (
  id int unsigned not null auto_increment,
  label varchar(20) not null,
  shortlabel varchar(255),
  seq int,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  male tinyint(1) not null default 0,
  female tinyint(1) not null default 0,
  adult tinyint(1) not null default 0,
  child tinyint(1) not null default 0,
  baby tinyint(1) not null default 0,
  color varchar(20) not null,
  primary key (id),
  key created_by (created_by),
  key modified_by (modified_by),
  constraint genders_ibfk_1 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint genders_ibfk_2 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- ProductCategory. Categories form a tree of two levels.
create table product_categories (
  id int unsigned not null auto_increment,
  label varchar(255) not null,
  seq int not null default 0,
  parent_id int unsigned,
  primary key (id),
  key parent_id (parent_id),
  constraint product_categories_ibfk_1 foreign key (parent_id)
    references product_categories (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- StandardProduct. A new version supersedes the row before it; rows are deprecated, never changed.
create table standard_product (
  id int unsigned not null auto_increment,
  name varchar(255) not null,
  category_id int unsigned not null,
  gender_id int unsigned not null,
  size_range_id int unsigned not null,
  version int not null,
  added_on datetime not null,
  added_by int unsigned,
  deprecated_on datetime,
  deprecated_by int unsigned,
  preceded_by_product_id int unsigned,
  superceded_by_product_id int unsigned,
  primary key (id),
  key standard_product_added_by (added_by),
  key standard_product_category_id (category_id),
  key standard_product_deprecated_by (deprecated_by),
  key standard_product_gender_id (gender_id),
  key standard_product_preceded_by_product_id (preceded_by_product_id),
  key standard_product_size_range_id (size_range_id),
  key standard_product_superceded_by_product_id (superceded_by_product_id),
  constraint standard_product_ibfk_1 foreign key (category_id)
    references product_categories (id) on delete no action on update cascade,
  constraint standard_product_ibfk_2 foreign key (gender_id)
    references genders (id) on delete no action on update cascade,
  constraint standard_product_ibfk_3 foreign key (size_range_id)
    references sizegroup (id) on delete no action on update cascade,
  constraint standard_product_ibfk_4 foreign key (added_by)
    references cms_users (id) on delete set null on update cascade,
  constraint standard_product_ibfk_5 foreign key (deprecated_by)
    references cms_users (id) on delete set null on update cascade,
  constraint standard_product_ibfk_6 foreign key (preceded_by_product_id)
    references standard_product (id) on delete set null on update cascade,
  constraint standard_product_ibfk_7 foreign key (superceded_by_product_id)
    references standard_product (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Product of a base: its own, or its copy of a standard product. `value` is the price in the free
-- shop's tokens. A disabled standard product is a row with `deleted` set.
create table products (
  id int unsigned not null auto_increment,
  name varchar(255) not null,
  category_id int unsigned not null,
  gender_id int unsigned not null,
  sizegroup_id int unsigned not null,
  camp_id int unsigned not null,
  value int not null default 0,
  created datetime,
  created_by int unsigned,
  modified datetime,
  modified_by int unsigned,
  maxperadult int,
  maxperchild int,
  stockincontainer tinyint not null default 0,
  comments varchar(255),
  deleted datetime,
  standard_product_id int unsigned,
  primary key (id),
  key camp_id (camp_id),
  key category_id (category_id),
  key created_by (created_by),
  key gender_id (gender_id),
  key modified_by (modified_by),
  key products_ibfk_14 (standard_product_id),
  key sizegroup_id (sizegroup_id),
  constraint products_ibfk_8 foreign key (created_by)
    references cms_users (id) on delete set null on update cascade,
  constraint products_ibfk_9 foreign key (modified_by)
    references cms_users (id) on delete set null on update cascade,
  constraint products_ibfk_10 foreign key (gender_id)
    references genders (id) on delete no action on update cascade,
  constraint products_ibfk_11 foreign key (category_id)
    references product_categories (id) on delete restrict on update cascade,
  constraint products_ibfk_12 foreign key (sizegroup_id)
    references sizegroup (id) on delete restrict on update cascade,
  constraint products_ibfk_13 foreign key (camp_id)
    references camps (id) on delete restrict on update cascade,
  constraint products_ibfk_14 foreign key (standard_product_id)
    references standard_product (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;
