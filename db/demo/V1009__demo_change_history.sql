-- The change history that goes with the demo data: who made, changed and deleted what, as the server
-- would have recorded it. It is collected first and numbered by date afterwards, for an older change
-- must have a smaller id.

set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- `step` orders what happened at the same second.
create temporary table demo_change (
  tablename varchar(255) not null,
  record_id int not null,
  changes text not null,
  user_id int unsigned,
  changedate datetime not null,
  step int not null,
  from_int int,
  to_int int,
  from_float float,
  to_float float
) default charset = utf8mb3;

-- Boxes that no other file takes further, with the time of their one later change.
create temporary table demo_stored_box (
  id int unsigned not null primary key,
  first_location_id int unsigned not null,
  user_id int unsigned,
  changed_on datetime not null
);

insert into demo_stored_box (id, first_location_id, user_id, changed_on)
select
  id,
  100 * (id div 1000) + 1,
  created_by,
  least(
    created + interval (2 + crc32(concat('change', id)) % 60) day + interval 30 minute,
    timestamp('2026-11-01 12:00:00')
  )
from stock
where id % 1000 <= if(id div 1000 = 1, 600, 60);

-- Made and deleted.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step)
select 'stock', id, 'Record created', created_by, created, 0 from stock
union all
select 'people', id, 'Record created', created_by, created, 0 from people
union all
select 'products', id, 'Record created', created_by, created, 0 from products
union all
select 'locations', id, 'Record created', created_by, created, 0 from locations where type = 'Warehouse'
union all
select 'tags', id, 'Record created', created_by, created, 0 from tags
union all
select 'stock', id, 'Record deleted', created_by, deleted, 20 from stock where deleted > 0
union all
select 'people', id, 'Record deleted', created_by, deleted, 20 from people where deleted > 0
union all
select 'products', id, 'Record deleted', created_by, deleted, 20 from products where deleted is not null
union all
select 'locations', id, 'Record deleted', created_by, deleted, 20 from locations where deleted is not null
union all
select 'tags', id, 'Record deleted', created_by, deleted, 20 from tags where deleted is not null;

-- Deleted by mistake.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step)
select 'stock', id, 'Record deleted', 4, '2026-11-09 09:00:00', 20 from stock where id in (1011, 1022, 1033)
union all
select 'stock', id, 'Box was undeleted.', 3, '2026-11-09 14:00:00', 21 from stock where id in (1011, 1022, 1033);

-- Some QR labels were printed after the box had been made.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step)
select
  'stock',
  id,
  'New Qr-code assigned by pdf generation.',
  if(id % 50 = 2, null, created_by),
  created + interval 1 hour,
  15
from stock
where qr_id is not null and id % 5 = 2;

-- Boxes that are not in stock any more were moved there from Shelf A, every tenth was made there. Some
-- in stock changed shelves.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', box.id, 'location_id', shelved.user_id, shelved.changed_on, 4, shelved.first_location_id, box.location_id
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.location_id <> shelved.first_location_id
  and (box.box_state_id <> 1 and box.id % 10 <> 0 or box.box_state_id = 1 and box.id % 6 = 1);

insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', box.id, 'box_state_id', shelved.user_id, shelved.changed_on, 6, 1, box.box_state_id
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.box_state_id <> 1 and box.id % 10 <> 0;

-- Counted anew.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', box.id, 'items', shelved.user_id, shelved.changed_on, 3, box.items + 1 + box.id % 20, box.items
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.id % 5 = 0 and box.items is not null and box.id not between 1001 and 1012;

-- Taken for women's T-shirts in S at first.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', box.id, 'product_id', shelved.user_id, shelved.changed_on, 1, 1000 * (box.id div 1000) + 1, box.product_id
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.id % 20 = 7 and box.product_id % 1000 <> 1 and box.size_id is not null;

insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', box.id, 'size_id', shelved.user_id, shelved.changed_on, 2, 1, box.size_id
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.id % 20 = 7 and box.size_id <> 1;

-- Commented later.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step)
select
  'stock',
  box.id,
  concat('comments changed from "" to "', box.comments, '";'),
  shelved.user_id,
  shelved.changed_on,
  5
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.id % 3 = 0 and box.comments <> '';

-- Measured, weighed and valued anew. Numbers are told in the unit shown, kept in kilograms and litres.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', box.id, 'display_unit_id', shelved.user_id, shelved.changed_on, 7, if(unit.dimension_id = 28, 1, 2), unit.id
from demo_stored_box shelved
join stock box on box.id = shelved.id
join units unit on unit.id = box.display_unit_id
where box.id % 4 = 1 and unit.id > 2;

insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_float, to_float)
select
  'stock',
  box.id,
  concat(
    'changed units of measure from ', round(box.measure_value * unit.conversion_factor / 2, 2), unit.symbol,
    ' to ', round(box.measure_value * unit.conversion_factor, 2), unit.symbol
  ),
  shelved.user_id,
  shelved.changed_on,
  8,
  box.measure_value / 2,
  box.measure_value
from demo_stored_box shelved
join stock box on box.id = shelved.id
join units unit on unit.id = box.display_unit_id
where box.id % 4 = 2;

insert into demo_change (tablename, record_id, changes, user_id, changedate, step, to_float)
select
  'stock',
  box.id,
  concat('changed weight from "" to ', round(box.weight, 2), 'kg'),
  shelved.user_id,
  shelved.changed_on,
  9,
  box.weight
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.id % 4 = 0 and box.weight is not null;

insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_float, to_float)
select
  'stock',
  box.id,
  concat('changed monetary value from ', round(box.monetary_value * 2, 2), '€ to ', round(box.monetary_value, 2), '€'),
  shelved.user_id,
  shelved.changed_on,
  10,
  box.monetary_value * 2,
  box.monetary_value
from demo_stored_box shelved
join stock box on box.id = shelved.id
where box.id % 3 = 0 and box.monetary_value is not null;

-- Boxes made from boxes start empty, beside their origin, which then has the fewer items.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', part.id, 'items', part.created_by, part.created, 3, 0, part.items
from stock part
where part.source_box_id is not null
union all
select 'stock', origin.id, 'items', part.created_by, part.created, 3, origin.items + part.items, origin.items
from stock part
join stock origin on origin.id = part.source_box_id
union all
select 'stock', part.id, 'location_id', part.created_by, part.created, 4, origin.location_id, part.location_id
from stock part
join stock origin on origin.id = part.source_box_id
where part.location_id <> origin.location_id
union all
select 'stock', part.id, 'box_state_id', part.created_by, part.created, 6, origin.box_state_id, part.box_state_id
from stock part
join stock origin on origin.id = part.source_box_id
where part.box_state_id <> origin.box_state_id;

-- Shipments: InStock, MarkedForShipment and back, InTransit, Receiving, then NotDelivered or, with the
-- target base's product and location, InStock.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'stock', detail.box_id, 'box_state_id', detail.created_by_id, detail.created_on, 6, 1, 3
from shipment_detail detail
union all
select 'stock', detail.box_id, 'box_state_id', detail.removed_by_id, detail.removed_on, 6, 3, 1
from shipment_detail detail
where detail.removed_on is not null
union all
select 'stock', detail.box_id, 'box_state_id', shipment.sent_by_id, shipment.sent_on, 6, 3, 7
from shipment_detail detail
join shipment on shipment.id = detail.shipment_id
where detail.removed_on is null and shipment.sent_on is not null
union all
select 'stock', detail.box_id, 'box_state_id', shipment.receiving_started_by_id, shipment.receiving_started_on, 6, 7, 4
from shipment_detail detail
join shipment on shipment.id = detail.shipment_id
where detail.removed_on is null and shipment.receiving_started_on is not null
union all
select 'stock', detail.box_id, 'box_state_id', detail.lost_by_id, detail.lost_on, 6,
  if(shipment.receiving_started_on is null, 7, 4), 8
from shipment_detail detail
join shipment on shipment.id = detail.shipment_id
where detail.lost_on is not null
union all
select 'stock', detail.box_id, 'product_id', detail.received_by_id, detail.received_on, 1,
  detail.source_product_id, detail.target_product_id
from shipment_detail detail
where detail.received_on is not null
union all
select 'stock', detail.box_id, 'items', detail.received_by_id, detail.received_on, 3,
  detail.source_quantity, detail.target_quantity
from shipment_detail detail
where detail.received_on is not null and detail.target_quantity <> detail.source_quantity
union all
select 'stock', detail.box_id, 'location_id', detail.received_by_id, detail.received_on, 4,
  detail.source_location_id, detail.target_location_id
from shipment_detail detail
where detail.received_on is not null
union all
select 'stock', detail.box_id, 'box_state_id', detail.received_by_id, detail.received_on, 6, 4, 1
from shipment_detail detail
where detail.received_on is not null;

-- Other records were changed less often.
insert into demo_change (tablename, record_id, changes, user_id, changedate, step, from_int, to_int)
select 'people', id, concat('comments changed from "" to "', comments, '";'), created_by, created + interval 7 day, 5, null, null
from people
where id % 16 = 4 and comments <> ''
union all
select 'people', id, 'notregistered', created_by, created + interval 7 day, 6, 0, 1
from people
where notregistered = 1
union all
select 'products', id, 'value', created_by, created + interval 30 day, 5, value + 10, value
from products
where id % 10 = 4 and deleted is null
union all
select 'locations', id, concat('label changed from "Hall 2" to "', label, '";'), created_by, created + interval 3 day, 1, null, null
from locations
where id = 110
union all
select 'tags', id, concat('label changed from "Hurry" to "', label, '";'), created_by, created + interval 3 day, 1, null, null
from tags
where id in (101, 201);

insert into history (id, tablename, record_id, changes, user_id, changedate, from_int, to_int, from_float, to_float)
select
  row_number() over (order by changedate, tablename, record_id, step),
  tablename,
  record_id,
  changes,
  user_id,
  changedate,
  from_int,
  to_int,
  from_float,
  to_float
from demo_change;

drop temporary table demo_change;
drop temporary table demo_stored_box;

-- A record was last modified with its last change.
update stock box
join (
  select record_id, max(id) as history_id
  from history
  where tablename = 'stock' and changes not like 'Record %' and changes not like 'New Qr-code%'
  group by record_id
) latest on latest.record_id = box.id
join history on history.id = latest.history_id
set box.modified = history.changedate, box.modified_by = history.user_id;

update people person
join (
  select record_id, max(id) as history_id
  from history
  where tablename = 'people' and changes not like 'Record %'
  group by record_id
) latest on latest.record_id = person.id
join history on history.id = latest.history_id
set person.modified = history.changedate, person.modified_by = history.user_id;

update products product
join (
  select record_id, max(id) as history_id
  from history
  where tablename = 'products' and changes not like 'Record %'
  group by record_id
) latest on latest.record_id = product.id
join history on history.id = latest.history_id
set product.modified = history.changedate, product.modified_by = history.user_id;

update locations location
join (
  select record_id, max(id) as history_id
  from history
  where tablename = 'locations' and changes not like 'Record %'
  group by record_id
) latest on latest.record_id = location.id
join history on history.id = latest.history_id
set location.modified = history.changedate, location.modified_by = history.user_id;

update tags tag
join (
  select record_id, max(id) as history_id
  from history
  where tablename = 'tags' and changes not like 'Record %'
  group by record_id
) latest on latest.record_id = tag.id
join history on history.id = latest.history_id
set tag.modified = history.changedate, tag.modified_by = history.user_id;

set session sql_mode = @caller_sql_mode;
