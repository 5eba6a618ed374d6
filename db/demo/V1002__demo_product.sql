-- Demo products: standard products in two versions, what each base has enabled of them, and the
-- products that bases added themselves. The id of an enabled standard product is 1000 times its base
-- plus the standard product's id; a base's own products start at 501 above its thousand.

-- Version 1.
insert into standard_product (id, name, category_id, gender_id, size_range_id, version, added_on, added_by)
select id, name, category_id, gender_id, size_range_id, 1, '2024-12-20 10:00:00', 1
from (
  select 1 as id, 'T-Shirts' as name, 3 as category_id, 1 as gender_id, 1 as size_range_id
  union all select 2, 'T-Shirts', 3, 2, 1
  union all select 3, 'T-Shirts', 3, 6, 23
  union all select 4, 'Jumpers', 3, 1, 1
  union all select 5, 'Jumpers', 3, 2, 1
  union all select 6, 'Trousers', 2, 1, 1
  union all select 7, 'Trousers', 2, 2, 1
  union all select 8, 'Trousers', 2, 6, 23
  union all select 9, 'Leggings', 2, 1, 5
  union all select 10, 'Skirts', 7, 1, 1
  union all select 11, 'Dresses', 7, 4, 23
  union all select 12, 'Winter Jackets', 6, 1, 1
  union all select 13, 'Winter Jackets', 6, 2, 1
  union all select 14, 'Winter Jackets', 6, 6, 4
  union all select 15, 'Rain Jackets', 6, 3, 5
  union all select 16, 'Trainers', 5, 1, 3
  union all select 17, 'Trainers', 5, 2, 8
  union all select 18, 'Trainers', 5, 6, 9
  union all select 19, 'Winter Boots', 5, 3, 26
  union all select 20, 'Socks', 1, 3, 27
  union all select 21, 'Underpants', 1, 2, 1
  union all select 22, 'Bras', 1, 1, 13
  union all select 23, 'Babygrows', 8, 9, 2
  union all select 24, 'Nappies', 8, 10, 12
  union all select 25, 'Hats', 4, 3, 6
  union all select 26, 'Gloves', 4, 3, 7
  union all select 27, 'Blankets', 20, 10, 7
  union all select 28, 'Sleeping Bags', 20, 10, 7
  union all select 29, 'Tents', 20, 10, 7
  union all select 30, 'Toothbrushes', 10, 10, 16
  union all select 31, 'Toothpaste', 10, 10, 7
  union all select 32, 'Bar Soap', 10, 10, 7
  union all select 33, 'Shampoo', 10, 10, 29
  union all select 34, 'Rice', 11, 10, 28
  union all select 35, 'Lentils', 11, 10, 28
  union all select 36, 'Cooking Oil', 11, 10, 29
  union all select 37, 'Drinking Water', 19, 10, 29
  union all select 38, 'Exercise Books', 18, 6, 7
  union all select 39, 'Footballs', 14, 10, 7
  union all select 40, 'Bandages', 15, 10, 16
) first_version;

-- Version 2: five of the above described anew, and three additions.
insert into standard_product
  (id, name, category_id, gender_id, size_range_id, version, added_on, added_by, preceded_by_product_id)
values
  (41, 'Winter Hats', 4, 3, 5, 2, '2026-02-02 10:00:00', 1, 25),
  (42, 'Bar Soap', 10, 10, 28, 2, '2026-02-02 10:00:00', 1, 32),
  (43, 'Winter Jackets', 6, 6, 23, 2, '2026-02-02 10:00:00', 1, 14),
  (44, 'Babygrows', 8, 9, 21, 2, '2026-02-02 10:00:00', 1, 23),
  (45, 'Exercise Books', 18, 6, 19, 2, '2026-02-02 10:00:00', 1, 38),
  (46, 'Torches', 13, 10, 7, 2, '2026-02-02 10:00:00', 1, null),
  (47, 'Towels', 10, 10, 6, 2, '2026-02-02 10:00:00', 1, null),
  (48, 'Sanitary Pads', 10, 1, 16, 2, '2026-02-02 10:00:00', 1, null);

update standard_product outdated
join standard_product successor on successor.preceded_by_product_id = outdated.id
set
  outdated.superceded_by_product_id = successor.id,
  outdated.deprecated_on = successor.added_on,
  outdated.deprecated_by = successor.added_by;

-- What each base enabled. Lighthouse and Hillside changed over to version 2, though Lighthouse still
-- keeps its old hats; tents have been disabled everywhere.
insert into products
  (id, standard_product_id, camp_id, name, category_id, gender_id, sizegroup_id, value, stockincontainer,
   comments, created, created_by, modified, modified_by, deleted)
select
  1000 * enabled.base_id + standard.id,
  standard.id,
  enabled.base_id,
  standard.name,
  standard.category_id,
  standard.gender_id,
  standard.size_range_id,
  5 * (1 + standard.id % 6),
  if(standard.id % 2 = 0, 1, 0),
  elt(1 + standard.id % 4, '', 'Ask for the hanging rail', 'Fast moving, keep a reserve', ''),
  if(standard.version = 1, '2025-01-13 08:00:00', '2026-02-16 08:00:00'),
  enabled.user_id,
  if(standard.id = 29 or standard.id in (14, 23, 32, 38), '2026-02-16 08:30:00', null),
  if(standard.id = 29 or standard.id in (14, 23, 32, 38), enabled.user_id, null),
  if(standard.id = 29 or standard.id in (14, 23, 32, 38), '2026-02-16 08:30:00', null)
from standard_product standard
join (
  select 1 as base_id, 3 as user_id, 40 as last_old, 42 as first_new, 48 as last_new
  union all select 2, 6, 35, 0, 0
  union all select 3, 7, 40, 41, 46
  union all select 4, 7, 13, 0, 0
  union all select 5, 9, 37, 0, 0
  union all select 6, 2, 13, 0, 0
  union all select 7, 9, 13, 0, 0
) enabled
  on standard.id <= enabled.last_old
  or standard.id between enabled.first_new and enabled.last_new
  or standard.id = 34;

-- Products of the bases' own.
insert into products
  (id, camp_id, name, category_id, gender_id, sizegroup_id, value, stockincontainer, comments,
   created, created_by, deleted)
values
  (1501, 1, 'Kitchen Sets', 11, 10, 7, 60, 1, 'Pot, pan, two plates', '2025-02-03 08:00:00', 3, null),
  (1502, 1, 'Candles, unscented', 13, 10, 19, 5, 0, '', '2025-02-03 08:05:00', 3, null),
  (1503, 1, 'حقائب مدرسية', 18, 6, 7, 25, 1, 'School bags', '2025-02-03 08:10:00', 3, null),
  (1504, 1, 'Washing Powder', 10, 10, 28, 15, 1, '', '2025-02-03 08:15:00', 3, null),
  (1505, 1, 'Fruit Juice', 11, 10, 29, 10, 1, 'Check the date', '2025-02-03 08:20:00', 3, null),
  (1506, 1, 'Deck Chairs', 13, 10, 7, 20, 0, '', '2025-02-03 08:25:00', 3, '2025-11-03 12:00:00'),
  (2501, 2, 'Garden Tools', 13, 10, 7, 30, 0, '', '2025-02-04 08:00:00', 6, null),
  (2502, 2, 'Flour', 11, 10, 28, 10, 1, '', '2025-02-04 08:05:00', 6, null),
  (3501, 3, 'Board Games', 14, 6, 7, 20, 1, '', '2025-02-05 08:00:00', 7, null),
  (3502, 3, 'Disinfectant', 15, 10, 29, 10, 0, 'Keep locked', '2025-02-05 08:05:00', 7, null),
  (4501, 4, 'Camping Stoves', 11, 10, 7, 45, 0, '', '2025-02-06 08:00:00', 7, null),
  (5501, 5, 'Knitting "Starter" Kits', 13, 10, 7, 15, 1, '', '2025-02-07 08:00:00', 9, null),
  (5502, 5, 'Jam', 11, 10, 28, 10, 1, '', '2025-02-07 08:05:00', 9, '2026-03-02 12:00:00');
