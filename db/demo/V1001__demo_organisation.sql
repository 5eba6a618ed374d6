-- Demo organisations, their bases, and the people who sign in. All of them are invented.
-- Roles are named as in the identity provider: base_<id>_<duty>. No user has a password.

set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

insert into organisations (id, label, created, deleted) values
  (1, 'Lantern Demo Relief', '2024-11-04 09:00:00', null),
  (2, 'Juniper Demo Relief', '2024-11-11 09:00:00', null),
  (3, 'Pebble Demo Network', '2024-11-18 09:00:00', null),
  (4, 'Feather Demo Aid', '2024-11-25 09:00:00', '2025-09-30 16:00:00');

-- Bases. Lighthouse is the busy one; Old Mill and Windmill have been closed.
insert into camps
  (id, organisation_id, seq, name, currencyname, monetary_currency_code, familyidentifier, adult_age,
   market, separateshopandwhproducts, created, deleted)
values
  (1, 1, 1, 'Lighthouse', 'Tokens', 'EUR', 'Container', 15, 1, 0, '2024-12-02 09:00:00', null),
  (2, 1, 2, 'Riverside', 'Points', 'EUR', 'Tent', 16, 1, 0, '2024-12-03 09:00:00', null),
  (3, 2, 1, 'Hillside', 'Drops', 'CHF', 'Room', 15, 1, 1, '2024-12-04 09:00:00', null),
  (4, 2, 2, 'Lakeside', 'Drops', 'USD', 'Room', 18, 0, 0, '2024-12-05 09:00:00', null),
  (5, 3, 1, 'Orchard', 'Tokens', 'GBP', 'Caravan', 15, 1, 0, '2024-12-06 09:00:00', null),
  (6, 1, 3, 'Old Mill', 'Tokens', 'EUR', 'Container', 15, 1, 0, '2024-12-09 09:00:00', '2025-10-15 12:00:00'),
  (7, 3, 2, 'Seaview', 'Tokens', 'PLN', 'Caravan', 15, 0, 0, '2024-12-10 09:00:00', null),
  (8, 4, 1, 'Windmill', 'Tokens', 'EUR', 'Container', 15, 1, 0, '2024-12-11 09:00:00', '2025-09-30 16:00:00');

insert into cms_usergroups_levels (id, level, label, shortlabel) values
  (1, 100, 'Runs an organisation', 'Admin'),
  (2, 10, 'Runs a base', 'Coordinator'),
  (3, 5, 'Helps in a base', 'User');

insert into cms_usergroups (id, organisation_id, userlevel, label, allow_borrow_adddelete, created, deleted) values
  (1, 1, 1, 'Platform operators', 1, '2024-12-02 10:00:00', null),
  (2, 1, 1, 'Lantern - Head of Operations', 1, '2024-12-02 10:00:00', null),
  (3, 1, 2, 'Lighthouse - Coordinator', 1, '2024-12-02 10:00:00', null),
  (4, 1, 3, 'Lighthouse - Volunteer (Warehouse)', 0, '2024-12-02 10:00:00', null),
  (5, 1, 3, 'Lighthouse - Volunteer (Free Shop)', 0, '2024-12-02 10:00:00', null),
  (6, 1, 3, 'Lighthouse - Label Creation', 0, '2024-12-02 10:00:00', null),
  (7, 1, 2, 'Riverside - Coordinator', 1, '2024-12-03 10:00:00', null),
  (8, 2, 1, 'Juniper - Head of Operations', 1, '2024-12-04 10:00:00', null),
  (9, 2, 2, 'Juniper - Coordinator', 1, '2024-12-04 10:00:00', null),
  (10, 2, 3, 'Hillside - Volunteer', 0, '2024-12-04 10:00:00', null),
  (11, 3, 1, 'Pebble - Head of Operations', 1, '2024-12-06 10:00:00', null),
  (12, 3, 2, 'Pebble - Coordinator', 1, '2024-12-06 10:00:00', null),
  (13, 3, 3, 'Orchard - Volunteer', 0, '2024-12-06 10:00:00', null),
  (14, 1, 2, 'Old Mill - Coordinator', 1, '2024-12-09 10:00:00', '2025-10-15 12:00:00');

insert into cms_usergroups_camps (cms_usergroups_id, camp_id) values
  (2, 1), (2, 2), (3, 1), (4, 1), (5, 1), (6, 1), (7, 2),
  (8, 3), (8, 4), (9, 3), (9, 4), (10, 3),
  (11, 5), (11, 7), (12, 5), (12, 7), (13, 5);

insert into cms_usergroups_roles (cms_usergroups_id, auth0_role_id, auth0_role_name)
select duty.group_id, concat('rol_demo_', duty.role_name), duty.role_name
from (
  select 1 as group_id, 'boxtribute_god' as role_name
  union all select 2, 'administrator'
  union all select 3, 'base_1_coordinator'
  union all select 4, 'base_1_warehouse_volunteer'
  union all select 5, 'base_1_free_shop_volunteer'
  union all select 6, 'base_1_label_creation'
  union all select 7, 'base_2_coordinator'
  union all select 8, 'administrator'
  union all select 9, 'base_3_coordinator'
  union all select 9, 'base_4_coordinator'
  union all select 10, 'base_3_warehouse_volunteer'
  union all select 10, 'base_3_free_shop_volunteer'
  union all select 11, 'administrator'
  union all select 12, 'base_5_coordinator'
  union all select 12, 'base_7_coordinator'
  union all select 13, 'base_5_warehouse_volunteer'
  union all select 13, 'base_5_free_shop_volunteer'
) duty;

-- Users. 11 has left, 12 may not sign in any more, the others are active.
insert into cms_users
  (id, naam, email, is_admin, cms_usergroups_id, language, valid_firstday, valid_lastday,
   lastlogin, lastaction, created, created_by, deleted)
values
  (1, 'Gita Allsight', 'god@example.org', 1, 1, 2, null, null,
   '2026-11-20 08:00:00', '2026-11-20 08:45:00', '2024-12-01 09:00:00', null, '0000-00-00 00:00:00'),
  (2, 'Hedda Lantern', 'head@lantern.example.org', 0, 2, 2, null, null,
   '2026-11-19 08:10:00', '2026-11-19 09:12:00', '2024-12-02 11:00:00', 1, '0000-00-00 00:00:00'),
  (3, 'Coro Lantern', 'coordinator@lantern.example.org', 0, 3, 2, null, null,
   '2026-11-20 07:30:00', '2026-11-20 15:02:00', '2024-12-02 11:05:00', 2, '0000-00-00 00:00:00'),
  (4, 'Volo Lantern', 'volunteer@lantern.example.org', 0, 4, 3, '2025-01-01', '2027-12-31',
   '2026-11-20 09:00:00', '2026-11-20 16:30:00', '2024-12-02 11:10:00', 3, '0000-00-00 00:00:00'),
  (5, 'Shoppa Lantern', 'freeshop@lantern.example.org', 0, 5, 5, '2025-01-01', '2027-12-31',
   '2026-11-18 09:00:00', '2026-11-18 12:00:00', '2024-12-02 11:15:00', 3, '0000-00-00 00:00:00'),
  (6, 'Rivo Lantern', 'riverside@lantern.example.org', 0, 7, 2, null, null,
   '2026-11-17 09:00:00', '2026-11-17 12:00:00', '2024-12-03 11:00:00', 2, '0000-00-00 00:00:00'),
  (14, 'Hedda Juniper', 'head@juniper.example.org', 0, 8, 4, null, null,
   '2026-11-12 10:00:00', '2026-11-12 11:00:00', '2024-12-04 10:30:00', 1, '0000-00-00 00:00:00'),
  (15, 'Hedda Pebble', 'head@pebble.example.org', 0, 11, 2, null, null,
   '2026-11-13 10:00:00', '2026-11-13 11:00:00', '2024-12-06 10:30:00', 1, '0000-00-00 00:00:00'),
  (7, 'Coro Juniper', 'coordinator@juniper.example.org', 0, 9, 4, null, null,
   '2026-11-20 07:00:00', '2026-11-20 13:00:00', '2024-12-04 11:00:00', 14, '0000-00-00 00:00:00'),
  (8, 'Volo Juniper', 'volunteer@juniper.example.org', 0, 10, 2, '2025-01-01', '2027-12-31',
   '2026-11-19 07:00:00', '2026-11-19 13:00:00', '2024-12-04 11:05:00', 7, '0000-00-00 00:00:00'),
  (9, 'Coro Pebble', 'coordinator@pebble.example.org', 0, 12, 2, null, null,
   '2026-11-20 10:00:00', '2026-11-20 11:00:00', '2024-12-06 11:00:00', 15, '0000-00-00 00:00:00'),
  (10, 'Volo Pebble', 'volunteer@pebble.example.org', 0, 13, 6, '2025-01-01', '2027-12-31',
   '2026-11-16 10:00:00', '2026-11-16 11:00:00', '2024-12-06 11:05:00', 9, '0000-00-00 00:00:00'),
  (11, 'Gona Lantern', 'gona@lantern.example.org', 0, 4, 2, null, null,
   '2025-08-01 10:00:00', '2025-08-01 11:00:00', '2025-01-06 11:00:00', 3, '2025-08-15 12:00:00'),
  (12, 'Expira Lantern', 'expira@lantern.example.org', 0, 4, 2, '2025-01-01', '2025-12-31',
   '2025-12-30 10:00:00', '2025-12-30 11:00:00', '2025-01-06 11:05:00', 3, '0000-00-00 00:00:00'),
  (13, 'Labela Lantern', 'labels@lantern.example.org', 0, 6, 2, null, null,
   '0000-00-00 00:00:00', '0000-00-00 00:00:00', '2025-01-06 11:10:00', 3, '0000-00-00 00:00:00');

update organisations set created_by = 1;
update camps set created_by = 1;
update cms_usergroups set created_by = 1;

set session sql_mode = @caller_sql_mode;
