-- Demo locations, QR codes and boxes. Numbers tell where things belong: locations of base 1 are 101,
-- 102, ..., its boxes 1001, 1002, ...; a box's label is 10000000 plus its id, its QR code has its id.
-- From 1601 (base 1) and 61 above the thousand (other bases) on, boxes are kept for the shipments,
-- distributions and boxes made from boxes further on. What looks random is derived from crc32.

set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- The same eight locations in each base, of which the last has been given up.
insert into locations
  (id, camp_id, label, seq, box_state_id, visible, container_stock, is_market, is_donated, is_lost, is_scrap,
   description, created, created_by, deleted)
select
  100 * base.id + kind.position,
  base.id,
  kind.label,
  kind.position,
  kind.box_state_id,
  if(kind.box_state_id = 1, 1, 0),
  if(kind.label = 'Stockroom', 1, 0),
  if(kind.label = 'Free Shop', 1, 0),
  if(kind.label = 'Donated', 1, 0),
  if(kind.label = 'Lost', 1, 0),
  if(kind.label = 'Scrap', 1, 0),
  '',
  '2025-01-10 10:00:00',
  elt(base.id, 3, 6, 7, 7, 9, 2, 9),
  if(kind.label = 'Garage', '2026-11-06 17:00:00', null)
from camps base
join (
  select 1 as position, 'Shelf A' as label, 1 as box_state_id
  union all select 2, 'Shelf B', 1
  union all select 3, 'Stockroom', 1
  union all select 4, 'Free Shop', 5
  union all select 5, 'Donated', 5
  union all select 6, 'Lost', 2
  union all select 7, 'Scrap', 6
  union all select 8, 'Garage', 1
) kind
where base.id <> 8;

-- What only Lighthouse has.
insert into locations
  (id, camp_id, label, seq, box_state_id, visible, is_donated, description, created, created_by)
values
  (109, 1, 'Cold Room', 9, 1, 1, 0, 'Four degrees', '2025-01-10 10:30:00', 3),
  (110, 1, 'Sorting, hall 2', 10, 1, 1, 0, '', '2025-01-10 10:31:00', 3),
  (111, 1, 'Partner School', 11, 5, 0, 1, 'Boxes leave for good', '2025-01-10 10:32:00', 3);

-- Distribution spots.
insert into locations
  (id, camp_id, label, type, latitude, longitude, description, created, created_by, modified, modified_by)
values
  (120, 1, 'Harbour Steps', 'MapDistroSpot', 10.5, 20.25, 'By the blue railing', '2025-01-10 11:00:00', 3, '2025-01-10 11:00:00', 3),
  (121, 1, 'Old Station', 'MapDistroSpot', 10.75, 20.5, '', '2025-01-10 11:01:00', 3, '2025-01-10 11:01:00', 3),
  (122, 1, 'Football Field', 'MapDistroSpot', null, null, 'Ask at the gate', '2025-01-10 11:02:00', 3, '2025-01-10 11:02:00', 3),
  (320, 3, 'Market Square', 'MapDistroSpot', -11.125, 30.5, '', '2025-01-10 11:03:00', 7, '2025-01-10 11:03:00', 7),
  (520, 5, 'Bus Stop', 'MapDistroSpot', 12.0, -40.75, '', '2025-01-10 11:04:00', 9, '2025-01-10 11:04:00', 9);

-- QR codes of the boxes below, then sixty (9001 to 9060) that wait for a box, and one from the days
-- before codes were hashes.
insert into qr (id, code, created)
with recursive number (n) as (
  select 1
  union all
  select n + 1 from number where n < 750
)
select
  sheet.first_id + number.n,
  left(sha2(concat('demo ', sheet.first_id + number.n), 256), 32),
  '2025-01-15 09:00:00'
from number
join (
  select 1000 as first_id, 750 as codes
  union all select 2000, 80
  union all select 3000, 100
  union all select 4000, 30
  union all select 5000, 80
  union all select 7000, 20
  union all select 9000, 60
) sheet on number.n <= sheet.codes;

insert into qr (id, code, created, legacy) values
  (9100, 'demo-9100', null, 1);

-- Boxes, as they were when they were made: of a product that the base has enabled, in one of the
-- product's sizes, or, where it is measured, in one of its units. Shipments and distributions,
-- further down the files, take them on from here. Of the kept boxes (above 600, or 60) all are in
-- stock on Shelf A and hold clothes, every tenth rice.
insert into stock
  (id, box_id, product_id, size_id, display_unit_id, measure_value, items, location_id, box_state_id, qr_id,
   comments, weight, monetary_value, created, created_by, modified, modified_by, deleted)
with recursive number (n) as (
  select 1
  union all
  select n + 1 from number where n < 750
),
store as (
  select 1 as base_id, 750 as boxes, 600 as kept_from
  union all select 2, 80, 60
  union all select 3, 100, 60
  union all select 4, 30, 60
  union all select 5, 80, 60
  union all select 6, 5, 60
  union all select 7, 20, 60
),
box as (
  select
    1000 * store.base_id + number.n as id,
    store.base_id,
    number.n,
    number.n > store.kept_from as kept,
    crc32(concat('product', 1000 * store.base_id + number.n)) as product_draw,
    crc32(concat('size', 1000 * store.base_id + number.n)) as size_draw,
    crc32(concat('items', 1000 * store.base_id + number.n)) as items_draw,
    timestamp('2025-01-20 08:00:00')
      + interval (crc32(concat('day', 1000 * store.base_id + number.n))
        % if(number.n > store.kept_from or store.base_id = 6, 200, 640)) day
      + interval (crc32(concat('time', 1000 * store.base_id + number.n)) % 36000) second as drawn_at,
    case store.base_id
      when 1 then elt(1 + number.n % 4, 4, 3, 4, 2)
      when 2 then 6
      when 3 then elt(1 + number.n % 2, 7, 8)
      when 4 then 7
      when 5 then elt(1 + number.n % 2, 9, 10)
      when 6 then 2
      when 7 then 9
    end as user_id
  from number
  join store on number.n <= store.boxes
),
choice as (
  select
    product.*,
    row_number() over (partition by product.camp_id order by product.id) as position,
    count(*) over (partition by product.camp_id) as available
  from products product
  where product.deleted is null
),
size_choice as (
  select
    sizes_sizegroup.*,
    row_number() over (partition by sizegroup_id order by seq, size_id) as position,
    count(*) over (partition by sizegroup_id) as available
  from sizes_sizegroup
),
unit_choice as (
  select
    units.*,
    row_number() over (partition by dimension_id order by id) as position,
    count(*) over (partition by dimension_id) as available
  from units
)
select
  box.id,
  10000000 + box.id,
  product.id,
  size.size_id,
  unit.id,
  cast(elt(unit.id, 5, 2, 750, 500, 250000, 0.05, 12.5, 20, 1, 4, 33.5) as decimal(36, 18)) / unit.conversion_factor,
  case
    when box.kept then 20 + box.items_draw % 80
    when box.n % 29 = 0 then null
    when box.n % 31 = 0 then 0
    else 1 + box.items_draw % 120
  end,
  location.id,
  location.box_state_id,
  if(box.n % 9 = 0 or box.base_id = 6, null, box.id),
  case
    when box.n % 4 = 0 then elt(
      1 + box.items_draw % 9,
      'From the school drive, mostly new',
      'Label says "XL", but runs small',
      'Needs washing; zips ok',
      'ملابس شتوية، نظيفة ومرتبة',
      'جلوبەرگی زستانە، پاک و ڕێکخراو',
      'Half full, top up from Shelf B',
      'Kirasên germ, ji bo zarokan',
      'It''s heavy: two people, please',
      'Top layer: books\nBelow: toys'
    )
    when box.n % 2 = 0 then ''
  end,
  if(box.n % 6 = 0, 0.25 * (1 + box.items_draw % 80), null),
  if(box.n % 8 = 0, 2.5 * (1 + box.items_draw % 40), null),
  greatest(box.drawn_at, product.created + interval 1 day),
  box.user_id,
  greatest(box.drawn_at, product.created + interval 1 day),
  box.user_id,
  if(box.n % 37 = 5 and not box.kept, '2026-11-02 10:00:00' + interval box.n minute, '0000-00-00 00:00:00')
from box
join choice product
  on product.camp_id = box.base_id
  and if(
    box.kept,
    product.id = 1000 * box.base_id + if(box.n % 10 = 0, 34, 1 + box.product_draw % 12),
    product.position = 1 + box.product_draw % product.available
  )
left join size_choice size
  on size.sizegroup_id = product.sizegroup_id
  and size.position = 1 + box.size_draw % size.available
left join unit_choice unit
  on unit.dimension_id = product.sizegroup_id
  and unit.position = 1 + box.size_draw % unit.available
join locations location
  on location.id = 100 * box.base_id + if(
    box.kept or box.base_id = 6,
    1,
    elt(
      1 + box.n % 20,
      1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4,
      if(box.base_id = 1, 11, 5),
      5, 6, 7,
      if(box.base_id = 1, 9, 8),
      if(box.base_id = 1, 10, 2)
    )
  );

-- Boxes made from boxes: 1701 to 1712 were split off from 1001 to 1012. Those with an even number were
-- handed out at once. They share the origin's product, size and measure, and have no QR code.
update stock part
join stock origin on origin.id = part.id - 700
set
  part.source_box_id = origin.id,
  part.product_id = origin.product_id,
  part.size_id = origin.size_id,
  part.display_unit_id = origin.display_unit_id,
  part.measure_value = origin.measure_value,
  part.items = 5 + part.id % 4,
  part.qr_id = null,
  part.comments = '',
  part.weight = null,
  part.monetary_value = null,
  part.location_id = if(part.id % 2 = 0, 105, 102),
  part.box_state_id = if(part.id % 2 = 0, 5, 1),
  part.created = '2026-10-26 09:00:00' + interval (part.id - 1700) minute,
  part.created_by = 4,
  part.modified = '2026-10-26 09:00:00' + interval (part.id - 1700) minute,
  part.modified_by = 4
where part.id between 1701 and 1712;

-- Tags on boxes: one on every third box of a base, a second one on some, some taken off again, and
-- what the two deleted tags were attached to.
insert into tags_relations
  (id, object_type, object_id, tag_id, created_on, created_by_id, deleted_on, deleted_by_id)
select
  row_number() over (order by attached.box_id, attached.tag_id),
  'Stock',
  attached.box_id,
  attached.tag_id,
  attached.created_on,
  attached.user_id,
  case
    when tag.deleted is not null then tag.deleted
    when attached.box_id % 7 = 0 then attached.created_on + interval 20 day
  end,
  if(tag.deleted is not null or attached.box_id % 7 = 0, attached.user_id, null)
from (
  select
    box.id as box_id,
    100 * (box.id div 1000) + case box.id div 1000
      when 1 then elt(1 + box.id div 3 % 7, 1, 2, 3, 6, 7, 10, 11)
      when 3 then elt(1 + box.id div 3 % 2, 1, 3)
      else 1
    end as tag_id,
    box.created + interval (box.id % 2) day as created_on,
    box.created_by as user_id
  from stock box
  where box.id % 3 = 0 and box.id div 1000 <> 6
  union all
  select box.id, 106, box.created + interval 3 day, 3
  from stock box
  where box.id between 1001 and 1750 and box.id % 12 = 3 and box.id div 3 % 7 <> 3
  union all
  select box.id, 108, '2025-03-01 09:00:00', 3
  from stock box
  where box.id in (1002, 1004, 1006)
  union all
  select box.id, 103, null, null
  from stock box
  where box.id in (1008, 1010)
) attached
join tags tag on tag.id = attached.tag_id;

set session sql_mode = @caller_sql_mode;
