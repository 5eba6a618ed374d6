-- Demo beneficiaries, all invented: their families, languages and tags, the tokens they got and spent,
-- and the services they used. Ids start above 1000 times their base.

set @caller_sql_mode = @@session.sql_mode;
set session sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- Ten people are four families: of one, two, three and four members, the head first.
insert into people
  (id, camp_id, parent_id, seq, firstname, lastname, gender, date_of_birth, family_id, container, comments,
   phone, volunteer, notregistered, approvalsigned, signaturefield, date_of_signature, bicyclebancomment,
   workshopbancomment, created, created_by, modified, modified_by, deleted)
with recursive number (n) as (
  select 0
  union all
  select n + 1 from number where n < 239
),
place as (
  select 1 as base_id, 240 as people, 3 as user_id, 'A' as prefix
  union all select 2, 40, 6, 'T'
  union all select 3, 60, 7, 'R'
  union all select 4, 10, 7, 'R'
  union all select 5, 30, 9, 'C'
  union all select 6, 5, 2, 'A'
),
person as (
  select
    1000 * place.base_id + number.n + 1 as id,
    place.base_id,
    place.user_id,
    place.prefix,
    number.n,
    number.n div 10 * 4 + elt(1 + number.n % 10, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4) as family,
    number.n div 10 * 10 + elt(1 + number.n % 10, 0, 1, 1, 3, 3, 3, 6, 6, 6, 6) as head_n,
    timestamp('2025-02-03 09:00:00')
      + interval (crc32(concat('arrival', 1000 * place.base_id + number.n div 10)) % 560) day
      + interval number.n minute as arrived_at,
    crc32(concat('person', 1000 * place.base_id + number.n)) as draw
  from number
  join place on number.n < place.people
)
select
  person.id,
  person.base_id,
  if(person.n = person.head_n, null, 1000 * person.base_id + person.head_n + 1),
  if(person.n = person.head_n, 1, 2),
  elt(1 + person.draw % 16, 'Ano', 'Bel', 'Cimo', 'Dori', 'Eno', 'Fal', 'Gimi', 'Hano', 'Ilu', 'Jor', 'Kem',
    'Lup', 'Moxi', 'Nel', 'نموذج', 'Ş-Zin'),
  elt(1 + person.family % 9, 'Testan', 'Sampler', 'Fiktor', 'Mocke', 'Dummel', 'Probe', 'O''Demo', 'تجريبي', 'Nemûne'),
  if(person.n % 15 = 14, '', elt(1 + person.draw div 16 % 2, 'F', 'M')),
  case
    when person.n % 17 = 16 then null
    when person.n % 23 = 22 then '0000-00-00'
    when person.n - person.head_n < 2
      then date('1958-03-01') + interval (person.draw div 32 % 17000) day
    else date('2008-06-01') + interval (person.draw div 32 % 6000) day
  end,
  0,
  concat(person.prefix, lpad(person.family, 3, '0')),
  case person.n % 8
    when 1 then 'Prefers to be called in the afternoon'
    when 3 then 'Speaks "a little" English, reads well'
    when 5 then 'يحتاج إلى حذاء، مقاس 42'
    when 7 then null
    else ''
  end,
  if(person.n % 5 = 0, concat('+44 1632 960', lpad(person.n, 3, '0')), null),
  if(person.n % 30 = 10, 1, 0),
  if(person.n % 13 = 7, 1, 0),
  if(person.n % 3 = 0, 1, 0),
  if(person.n % 3 = 0, concat('[{"lx":', person.n % 90, ',"ly":12,"mx":', person.n % 90 + 3, ',"my":15}]'), null),
  if(person.n % 3 = 0, date(person.arrived_at), '0000-00-00 00:00:00'),
  '',
  '',
  person.arrived_at,
  person.user_id,
  person.arrived_at,
  person.user_id,
  case
    when person.base_id = 6 then '2025-10-14 10:00:00'
    when person.n % 19 = 8 and person.n <> person.head_n then '2026-10-30 10:00:00' + interval person.n minute
    when person.family % 11 = 5 then '2026-10-31 10:00:00' + interval person.family minute
    else '0000-00-00 00:00:00'
  end
from person
order by person.id;

-- One or two languages each, as long as the beneficiary is there.
insert into x_people_languages (people_id, language_id)
select person.id, elt(1 + person.id % 6, 5, 6, 3, 9, 10, 12)
from people person
where person.id % 10 <> 9
union all
select person.id, 2
from people person
where person.id % 4 = 0;

-- Tags: on every fourth person of the bases that have some, one in six taken off again.
insert into tags_relations
  (id, object_type, object_id, tag_id, created_on, created_by_id, deleted_on, deleted_by_id)
select
  5000 + row_number() over (order by attached.people_id, attached.tag_id),
  'People',
  attached.people_id,
  attached.tag_id,
  attached.created_on,
  attached.user_id,
  case
    when tag.deleted is not null then tag.deleted
    when attached.people_id % 24 = 0 then '2026-11-03 09:00:00'
  end,
  if(tag.deleted is not null or attached.people_id % 24 = 0, attached.user_id, null)
from (
  select
    person.id as people_id,
    elt(
      person.camp_id,
      elt(1 + person.id div 4 % 4, 104, 105, 106, 110),
      202,
      elt(1 + person.id div 4 % 2, 302, 303),
      null,
      501
    ) as tag_id,
    person.created + interval 1 hour as created_on,
    person.created_by as user_id
  from people person
  where person.id % 4 = 0 and person.camp_id in (1, 2, 3, 5)
  union all
  select person.id, 109, person.created + interval 2 hour, 3
  from people person
  where person.id in (1001, 1002, 1004)
) attached
join tags tag on tag.id = attached.tag_id;

-- Tokens go to the heads of families, for each member, three times; heads then go shopping.
insert into transactions
  (id, people_id, product_id, count, drops, description, transaction_date, user_id)
with family as (
  select
    head.id as head_id,
    head.camp_id,
    head.created,
    1 + (select count(*) from people member where member.parent_id = head.id) as members,
    cast(row_number() over (partition by head.camp_id order by head.id) as signed) as position
  from people head
  where head.parent_id is null and head.camp_id in (1, 2, 5)
),
offer as (
  select
    product.*,
    row_number() over (partition by product.camp_id order by product.id) as position,
    count(*) over (partition by product.camp_id) as available
  from products product
  where product.stockincontainer = 1 and product.deleted is null
),
turn as (
  select 1 as t
  union all select 2
  union all select 3
),
movement as (
  select
    family.head_id,
    family.camp_id,
    null as product_id,
    0 as count,
    200 * family.members as drops,
    concat('Tokens, round ', turn.t) as description,
    timestamp('2026-08-31 08:00:00') + interval (28 * turn.t - 28) day as moved_at
  from family
  cross join turn
  union all
  select
    family.head_id,
    family.camp_id,
    offer.id,
    1 + family.position % 3,
    -offer.value * (1 + family.position % 3),
    '',
    timestamp('2026-09-01 10:00:00')
      + interval (28 * turn.t - 28 + family.position % 20) day
      + interval family.position minute
  from family
  cross join turn
  join offer
    on offer.camp_id = family.camp_id
    and offer.position = 1 + crc32(concat('purchase', family.head_id, '-', turn.t)) % offer.available
)
select
  row_number() over (order by moved_at, head_id),
  head_id,
  product_id,
  count,
  drops,
  description,
  moved_at,
  case camp_id
    when 1 then 5
    when 2 then 6
    else 10
  end
from movement;

insert into services (id, camp_id, label, description, seq, created, created_by, deleted, deleted_by) values
  (1, 1, 'Language café', 'Tuesdays, with tea', 1, '2026-01-12 09:00:00', 3, null, null),
  (2, 1, 'Bicycle workshop', '', 2, '2026-01-12 09:05:00', 3, null, null),
  (3, 1, 'Sewing circle', '', 3, '2026-01-12 09:10:00', 3, '2026-05-04 09:00:00', 3),
  (4, 2, 'Homework help', 'For school children', 1, '2026-01-13 09:00:00', 6, null, null),
  (5, 3, 'Repair corner', '', 1, '2026-01-14 09:00:00', 7, null, null);

insert into services_relations (id, people_id, service_id, created, created_by)
select
  row_number() over (order by service.id, person.id),
  person.id,
  service.id,
  greatest(person.created, service.created)
    + interval (1 + crc32(concat('visit', person.id, '-', service.id)) % 40) day,
  service.created_by
from services service
join people person
  on person.camp_id = service.camp_id
  and (person.id + service.id) % 5 = 0
where service.deleted is null or person.created < '2026-03-01';

set session sql_mode = @caller_sql_mode;
