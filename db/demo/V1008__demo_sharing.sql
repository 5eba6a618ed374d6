-- Demo links to shared views. The first two stay valid for years, 3 has run out.

insert into shareable_link (id, code, view, base_id, url_parameters, valid_until, created_on, created_by_id)
select
  id,
  sha2(concat('demo link ', id), 256),
  view,
  base_id,
  url_parameters,
  valid_until,
  created_on,
  created_by_id
from (
  select
    1 as id,
    'StatvizDashboard' as view,
    1 as base_id,
    null as url_parameters,
    '2036-12-31 23:59:59' as valid_until,
    '2026-11-16 12:00:00' as created_on,
    3 as created_by_id
  union all
  select 2, 'StockOverview', 1, 'tags=101%2C102', '2036-12-31 23:59:59', '2026-11-16 12:05:00', 3
  union all
  select 3, 'StatvizDashboard', 1, null, '2026-01-08 12:00:00', '2026-01-01 12:00:00', 2
  union all
  select 4, 'StockOverview', 3, 'notags=303', '2036-12-31 23:59:59', '2026-11-17 12:00:00', 7
  union all
  select 5, 'StatvizDashboard', 5, null, '2036-12-31 23:59:59', '2026-11-18 12:00:00', 9
) link;
