-- Views of a base that anyone who holds the link may open.

-- ShareableLink. `url_parameters` is the query string with the filters of the shared view.
create table shareable_link (
  id int unsigned not null auto_increment,
  code varchar(255) not null,
  valid_until datetime,
  view varchar(255) not null,
  base_id int unsigned,
  url_parameters varchar(2000),
  created_on datetime not null,
  created_by_id int unsigned,
  primary key (id),
  unique key shareable_link_code (code),
  key base_id (base_id),
  key created_by_id (created_by_id),
  constraint shareable_link_ibfk_1 foreign key (created_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shareable_link_ibfk_2 foreign key (base_id)
    references camps (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;
