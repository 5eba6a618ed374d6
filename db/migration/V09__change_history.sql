-- Who changed what, and when. Written together with every change, read for the history of a box.

-- DbChangeHistory: one changed column of the row `record_id` of `tablename`. The old and new value
-- are in `from_int` and `to_int` or `from_float` and `to_float`; text changes are told in `changes`.
create table history (
  id int unsigned not null auto_increment,
  tablename varchar(255),
  record_id int,
  changes text,
  user_id int unsigned,
  ip varchar(20),
  changedate datetime,
  from_int int,
  to_int int,
  from_float float,
  to_float float,
  primary key (id),
  key recordid_changedate_composite_index (record_id, changedate),
  key tablename_recordid_changedate_composite_index (tablename, record_id, changedate),
  key user_id (user_id),
  constraint history_ibfk_1 foreign key (user_id)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;
