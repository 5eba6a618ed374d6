-- The rows that the application knows by their ids: box states, genders, languages, product
-- categories, size ranges with their sizes, and units. They belong to a new database, right after
-- its tables; a database that already has them is baselined at this version or above.

-- BoxState.
insert into box_state (id, label) values
  (1, 'Instock'),
  (2, 'Lost'),
  (3, 'MarkedForShipment'),
  (4, 'Receiving'),
  (5, 'Donated'),
  (6, 'Scrap'),
  (7, 'InTransit'),
  (8, 'NotDelivered');

-- Language.
insert into languages (id, visible, code, locale, name, strftime_dateformat, smarty_dateformat, seq, rtl) values
  (1, 0, 'nl', 'nl_NL', 'Dutch', '%A %e %B %Y', '%A %e %B %Y', 1, 0),
  (2, 1, 'en', 'en_GB', 'English', '%A %B %e %Y', '%A %B %e %Y', 2, 0),
  (3, 1, 'fr', 'fr_FR', 'French', '%A %B %e %Y', '%A %B %e %Y', 4, 0),
  (4, 0, 'de', 'de_DE', 'German', '%A %e. %B %Y', '%A %e. %B %Y', 3, 0),
  (5, 1, 'ar', 'ar_AE', 'Arabic', '%A %e. %B %Y', '%A %e. %B %Y', 5, 1),
  (6, 1, 'ckb', 'ckb_TR', 'Sorani / Central Kurdish', '%A %e. %B %Y', '%A %e. %B %Y', 6, 1),
  (8, 1, null, null, 'Urdu', '%A %B %e %Y', '%A %B %e %Y', 7, 1),
  (9, 1, null, null, 'Kurmanji / Northern Kurdish', null, null, 9, 0),
  (10, 1, null, null, 'Farsi', null, null, 10, 1),
  (11, 1, null, null, 'Pashto', null, null, 11, 1),
  (12, 1, null, null, 'Tigrinya', null, null, 12, 0),
  (13, 1, null, null, 'Amharic', null, null, 13, 0),
  (14, 1, null, null, 'Lingala', null, null, 15, 0),
  (15, 1, null, null, 'Somali', null, null, 15, 0),
  (16, 1, null, null, 'Dari', null, null, 16, 0);

-- ProductGender.
insert into genders (id, label, shortlabel, seq, male, female, adult, child, baby, color) values
  (1, 'Female', 'Female', 1, 0, 1, 1, 0, 0, '0'),
  (2, 'Male', 'Male', 2, 1, 0, 1, 0, 0, '0'),
  (3, 'Unisex Adult', 'Unisex', 3, 1, 1, 1, 0, 0, '0'),
  (4, 'Girl', 'Girl', 4, 0, 1, 0, 1, 0, '0'),
  (5, 'Boy', 'Boy', 5, 1, 0, 0, 1, 0, '0'),
  (6, 'Unisex Kid', 'Kid', 7, 1, 1, 0, 1, 0, '0'),
  (7, 'Baby Girl', 'Girl', 8, 0, 1, 0, 0, 1, '1'),
  (8, 'Baby Boy', 'Boy', 8, 1, 0, 0, 0, 1, '1'),
  (9, 'Unisex Baby', 'Baby', 8, 1, 1, 0, 0, 1, '1'),
  (10, '-', null, 0, 1, 1, 1, 1, 1, '1'),
  (12, 'Teen Girl', 'Girl', 4, 0, 1, 1, 0, 0, '0'),
  (13, 'Teen Boy', 'Boy', 5, 1, 0, 1, 0, 0, '0');

-- ProductCategory: parents first.
insert into product_categories (id, label, seq, parent_id) values
  (9, 'Other', 6, null),
  (10, 'Hygiene', 2, null),
  (11, 'Food & Kitchen', 3, null),
  (12, 'Clothing', 1, null),
  (13, 'Equipment', 4, null),
  (19, 'Water', 43, null),
  (20, 'Shelter', 44, null),
  (1, 'Underwear / Nightwear', 11, 12),
  (2, 'Bottoms', 12, 12),
  (3, 'Tops', 13, 12),
  (4, 'Accessories', 14, 12),
  (5, 'Shoes', 15, 12),
  (6, 'Jackets / Outerwear', 16, 12),
  (7, 'Skirts/Dresses', 17, 12),
  (8, 'Baby', 18, 12),
  (14, 'Toys & Games', 41, 13),
  (15, 'Medication', 5, 9),
  (18, 'Books & Stationery', 42, 13);

-- SizeRange.
insert into sizegroup (id, label, seq) values
  (1, 'XS, S, M, L, XL, XXL', 1),
  (2, 'Baby by month (0-6, 7-12, 13-18, 19-24)', 18),
  (3, 'Shoe sizes Female', 40),
  (4, 'Children by year (2-3, 4-5, 6-8, 9-12, 13-15)', 9),
  (5, 'S, M, L', 2),
  (6, 'Mixed sizes', 31),
  (7, 'One size', 30),
  (8, 'Shoe sizes Male', 50),
  (9, 'Shoe sizes children', 60),
  (12, 'Diaper sizes', 70),
  (13, 'Bra sizes', 75),
  (16, 'Pack of 5-20, Pack of 21+, Bulk (100+)', 80),
  (17, 'Children by year (2-5, 6-10, 11-15)', 10),
  (18, 'Children by year (6-10, 11-15)', 101),
  (19, 'Singlepack, Multipack', 81),
  (21, 'Baby by month (0-2, 3-6, 7-12, 13-18, 19-24)', 19),
  (22, 'Baby by month (0-6, 7-24)', 20),
  (23, 'Children by year (2-3, 4-5, 6-7, 8-9, 10-11, 12-13, 14-15)', 11),
  (24, 'Children by year (individual years)', 12),
  (25, 'Children by year (0-2, 2-4, 5-7, 8-10, 11-13, 14-17)', 13),
  (26, 'All shoe sizes (<23-48)', 61),
  (27, 'Sock sizes', 62),
  (28, 'Mass', 3),
  (29, 'Volume', 4);

-- Size.
insert into sizes (id, label) values
  (1, 'S'), (2, 'M'), (3, 'L'), (4, 'XL'), (5, 'XS'), (10, '2-3 years'), (11, '4-5 years'),
  (12, '6-8 years'), (13, '9-12 years'), (14, '20'), (15, '21'), (16, '22'), (17, '23'),
  (18, '24'), (19, '25'), (20, '26'), (21, '27'), (22, '28'), (23, '29'), (24, '30'), (25, '31'),
  (26, '32'), (27, '33'), (28, '34'), (29, '35'), (30, '36'), (31, '37'), (32, '38'), (33, '39'),
  (34, '40'), (35, '41'), (36, '42 and bigger'), (43, '13-15 years'), (44, '19-24 months'),
  (45, '3-6 months'), (47, '7-12 months'), (48, '13-18 months'), (51, '19'), (52, 'Mixed'),
  (56, '38 and smaller'), (60, '42'), (61, '43'), (62, '44'), (63, '45'), (64, '46 and bigger'),
  (66, '36 and bigger'), (68, 'One size'), (69, '0-2 months'), (97, 'All ages'),
  (104, 'Pack of 5-20'), (105, 'Pack of 21+'), (106, 'Bulk (100+)'), (108, 'Newborn (< 4 kg)'),
  (109, 'Size 1 (3-6 kg)'), (110, 'Size 2 (5-8 kg)'), (111, 'Size 3 (7-13 kg)'),
  (112, 'Size 4 (9-17 kg)'), (113, 'Size 5 (>12 kg)'), (114, 'Size 6 (>16 kg)'),
  (115, 'Kids (>19 kg)'), (116, '2-5 years'), (117, '6-10 years'), (118, '11-15 years'),
  (119, '0-6 months'), (126, 'Singlepack'), (127, 'Multipack'), (128, '17'), (129, '18'),
  (131, '75B'), (132, '80B'), (133, '85B'), (134, '90b'), (135, '95B'), (136, '100C'),
  (137, 'D+ (big)'), (139, '7-24 months'), (143, '6-7 years'), (144, '8-9 years'),
  (145, '10-11 years'), (146, '12-13 years'), (147, '14-15 years'), (149, '2 years'),
  (150, '3 years'), (151, '4 years'), (152, '5 years'), (153, '6 years'), (154, '7 years'),
  (155, '8 years'), (156, '9 years'), (157, '10 years'), (158, '11 years'), (159, '12 years'),
  (160, '13 years'), (161, '14 years'), (162, '15 years'), (164, '0-2 years'), (165, '2-4 years'),
  (166, '5-7 years'), (167, '8-10 years'), (168, '11-13 years'), (169, '14-17 years'),
  (170, '<23'), (193, '46'), (194, '47'), (195, '48'), (196, '19-22'), (197, '23-26'),
  (198, '27-30'), (199, '31-34'), (200, '35-38'), (201, '39-42'), (202, '43-46'), (203, 'XXL');

-- The sizes of each size range.
insert into sizes_sizegroup (size_id, sizegroup_id, seq) values
  (5, 1, 1), (1, 1, 2), (2, 1, 3), (3, 1, 4), (4, 1, 5), (203, 1, 6), (52, 1, 999),
  (119, 2, 40), (47, 2, 41), (48, 2, 42), (44, 2, 43), (97, 2, 44), (52, 2, 999),
  (28, 3, 60), (29, 3, 61), (30, 3, 62), (31, 3, 63), (32, 3, 64), (33, 3, 65), (34, 3, 66),
  (35, 3, 67), (36, 3, 68), (52, 3, 999),
  (10, 4, 200), (11, 4, 201), (12, 4, 202), (13, 4, 203), (43, 4, 204), (97, 4, 205), (52, 4, 999),
  (1, 5, 50), (2, 5, 51), (3, 5, 52), (52, 5, 53),
  (52, 6, 200),
  (68, 7, 300),
  (56, 8, 80), (33, 8, 81), (34, 8, 82), (35, 8, 83), (60, 8, 84), (61, 8, 85), (62, 8, 86),
  (63, 8, 87), (64, 8, 88), (52, 8, 999),
  (128, 9, 100), (129, 9, 101), (51, 9, 102), (14, 9, 103), (15, 9, 104), (16, 9, 105),
  (17, 9, 106), (18, 9, 107), (19, 9, 108), (20, 9, 109), (21, 9, 110), (22, 9, 111),
  (23, 9, 112), (24, 9, 113), (25, 9, 114), (26, 9, 115), (27, 9, 116), (28, 9, 117),
  (29, 9, 118), (66, 9, 119), (52, 9, 999),
  (108, 12, 130), (109, 12, 131), (110, 12, 132), (111, 12, 133), (112, 12, 134), (113, 12, 135),
  (114, 12, 136), (115, 12, 137), (52, 12, 999),
  (131, 13, 170), (132, 13, 171), (133, 13, 172), (134, 13, 173), (135, 13, 174), (136, 13, 175),
  (137, 13, 176), (52, 13, 999),
  (104, 16, 150), (105, 16, 151), (106, 16, 152), (52, 16, 999),
  (116, 17, 10), (117, 17, 11), (118, 17, 12), (97, 17, 13), (52, 17, 999),
  (117, 18, 20), (118, 18, 21), (97, 18, 22), (52, 18, 999),
  (126, 19, 160), (127, 19, 161), (52, 19, 999),
  (69, 21, 210), (45, 21, 211), (47, 21, 212), (48, 21, 213), (44, 21, 214), (97, 21, 216),
  (52, 21, 999),
  (119, 22, 180), (139, 22, 181), (97, 22, 182), (52, 22, 999),
  (10, 23, 200), (11, 23, 201), (143, 23, 202), (144, 23, 203), (145, 23, 204), (146, 23, 205),
  (147, 23, 206), (97, 23, 207), (52, 23, 999),
  (149, 24, 210), (150, 24, 211), (151, 24, 212), (152, 24, 213), (153, 24, 214), (154, 24, 215),
  (155, 24, 216), (156, 24, 217), (157, 24, 218), (158, 24, 219), (159, 24, 220), (160, 24, 221),
  (161, 24, 222), (162, 24, 223), (97, 24, 234), (52, 24, 999),
  (164, 25, 240), (165, 25, 241), (166, 25, 242), (167, 25, 243), (168, 25, 244), (169, 25, 245),
  (97, 25, 246), (52, 25, 999),
  (170, 26, 250), (18, 26, 251), (19, 26, 252), (20, 26, 253), (21, 26, 254), (22, 26, 255),
  (23, 26, 256), (24, 26, 257), (25, 26, 258), (26, 26, 259), (27, 26, 260), (28, 26, 261),
  (29, 26, 262), (30, 26, 263), (31, 26, 264), (32, 26, 265), (33, 26, 266), (34, 26, 267),
  (35, 26, 268), (60, 26, 269), (61, 26, 270), (62, 26, 271), (63, 26, 272), (193, 26, 273),
  (194, 26, 274), (195, 26, 275), (52, 26, 999),
  (196, 27, 276), (197, 27, 277), (198, 27, 278), (199, 27, 279), (200, 27, 280), (201, 27, 281),
  (202, 27, 282), (52, 27, 999);

-- Unit. The factor leads from kilograms or litres to the unit.
insert into units (id, name, symbol, conversion_factor, dimension_id) values
  (1, 'kilogram', 'kg', 1, 28),
  (2, 'liter', 'l', 1, 29),
  (3, 'milliliter', 'ml', 1000, 29),
  (4, 'gram', 'g', 1000, 28),
  (5, 'milligram', 'mg', 1000000, 28),
  (6, 'metric ton', 't', 0.001, 28),
  (7, 'pound', 'lb', 2.2046, 28),
  (8, 'ounce', 'oz', 35.274, 28),
  (9, 'gallon (US)', 'gal (US)', 0.2642, 29),
  (10, 'pint (US)', 'pt (US)', 2.1134, 29),
  (11, 'fluid ounce (US)', 'fl oz (US)', 33.814, 29);
