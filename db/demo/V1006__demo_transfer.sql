-- Demo transfer agreements and shipments, each in every state. The boxes come from those kept on
-- Shelf A; here they are marked, sent, received or lost, as the shipment's progress wants it.

-- Agreements: 1, 2 and 8 are accepted, 3 and 7 wait for an answer, 4 was rejected, 5 canceled, 6 ran out.
insert into transfer_agreement
  (id, source_organisation_id, target_organisation_id, state, type, requested_on, requested_by, accepted_on,
   accepted_by, terminated_on, terminated_by, valid_from, valid_until, comment)
values
  (1, 1, 2, 'Accepted', 'Bidirectional', '2025-02-03 10:00:00', 2, '2025-02-05 11:00:00', 14,
   null, null, '2025-02-03 10:00:00', null, 'Winter clothes, both ways'),
  (2, 1, 3, 'Accepted', 'SendingTo', '2025-03-03 10:00:00', 2, '2025-03-04 11:00:00', 15,
   null, null, '2025-03-03 23:00:00', '2027-12-31 22:59:59', null),
  (3, 3, 2, 'UnderReview', 'ReceivingFrom', '2026-11-16 10:00:00', 14, null, null,
   null, null, '2026-11-16 10:00:00', null, 'Could you spare some rice?'),
  (4, 3, 1, 'Rejected', 'SendingTo', '2025-05-05 10:00:00', 15, null, null,
   '2025-05-06 11:00:00', 2, '2025-05-05 10:00:00', null, null),
  (5, 2, 3, 'Canceled', 'Bidirectional', '2025-06-02 10:00:00', 14, '2025-06-03 11:00:00', 15,
   '2025-11-03 09:00:00', 14, '2025-06-02 10:00:00', null, null),
  (6, 1, 3, 'Expired', 'Bidirectional', '2025-07-07 10:00:00', 2, '2025-07-08 11:00:00', 15,
   null, null, '2025-07-07 10:00:00', '2025-12-31 22:59:59', 'One season only'),
  (7, 1, 3, 'UnderReview', 'SendingTo', '2026-11-17 10:00:00', 2, null, null,
   null, null, '2026-11-17 10:00:00', '2028-06-30 21:59:59', 'From Riverside, for Seaview'),
  (8, 2, 3, 'Accepted', 'ReceivingFrom', '2025-08-04 10:00:00', 15, '2025-08-05 11:00:00', 14,
   null, null, '2025-08-04 10:00:00', null, null);

insert into transfer_agreement_detail (id, transfer_agreement_id, source_base_id, target_base_id) values
  (1, 1, 1, 3), (2, 1, 1, 4), (3, 1, 2, 3), (4, 1, 2, 4),
  (5, 2, 1, 5),
  (6, 3, 5, 3),
  (7, 4, 5, 1), (8, 4, 5, 2), (9, 4, 7, 1), (10, 4, 7, 2),
  (11, 5, 3, 5),
  (12, 6, 2, 7),
  (13, 7, 2, 7),
  (14, 8, 3, 5), (15, 8, 4, 5);

-- Shipments. 13, 14 and 15 stay within an organisation and need no agreement.
insert into shipment
  (id, source_base_id, target_base_id, transfer_agreement_id, state, started_on, started_by_id, canceled_on,
   canceled_by_id, sent_on, sent_by_id, receiving_started_on, receiving_started_by_id, completed_on, completed_by_id)
values
  (1, 1, 3, 1, 'Preparing', '2026-11-10 09:00:00', 3, null, null, null, null, null, null, null, null),
  (2, 3, 1, 1, 'Preparing', '2026-11-11 09:00:00', 7, null, null, null, null, null, null, null, null),
  (3, 1, 3, 1, 'Sent', '2026-10-26 09:00:00', 3, null, null, '2026-11-02 15:00:00', 3, null, null, null, null),
  (4, 3, 1, 1, 'Sent', '2026-10-27 09:00:00', 7, null, null, '2026-11-03 15:00:00', 7, null, null, null, null),
  (5, 3, 1, 1, 'Receiving', '2026-10-12 09:00:00', 7, null, null, '2026-10-19 15:00:00', 7, '2026-11-05 10:00:00', 3, null, null),
  (6, 1, 5, 2, 'Receiving', '2026-10-13 09:00:00', 3, null, null, '2026-10-20 15:00:00', 3, '2026-11-06 10:00:00', 9, null, null),
  (7, 1, 3, 1, 'Completed', '2026-03-02 09:00:00', 3, null, null, '2026-03-09 15:00:00', 3, '2026-03-16 10:00:00', 7, '2026-03-17 16:00:00', 7),
  (8, 3, 1, 1, 'Completed', '2026-05-04 09:00:00', 7, null, null, '2026-05-11 15:00:00', 7, '2026-05-18 10:00:00', 3, '2026-05-19 16:00:00', 3),
  (9, 1, 3, 1, 'Canceled', '2026-06-01 09:00:00', 3, '2026-06-03 12:00:00', 2, null, null, null, null, null, null),
  (10, 2, 4, 1, 'Canceled', '2026-06-02 09:00:00', 6, '2026-06-02 10:00:00', 6, null, null, null, null, null, null),
  (11, 1, 5, 2, 'Lost', '2026-07-06 09:00:00', 3, null, null, '2026-07-13 15:00:00', 3, null, null, '2026-09-14 12:00:00', 3),
  (12, 3, 5, 8, 'Lost', '2026-07-07 09:00:00', 7, null, null, '2026-07-14 15:00:00', 7, '2026-08-10 10:00:00', 9, '2026-08-11 16:00:00', 9),
  (13, 1, 2, null, 'Preparing', '2026-11-12 09:00:00', 3, null, null, null, null, null, null, null, null),
  (14, 1, 2, null, 'Completed', '2026-08-03 09:00:00', 3, null, null, '2026-08-04 15:00:00', 3, '2026-08-06 10:00:00', 6, '2026-08-07 16:00:00', 6),
  (15, 3, 4, null, 'Sent', '2026-11-04 09:00:00', 7, null, null, '2026-11-09 15:00:00', 7, null, null, null, null),
  (16, 2, 4, 1, 'Receiving', '2026-10-05 09:00:00', 6, null, null, '2026-10-06 15:00:00', 6, '2026-10-20 10:00:00', 7, null, null),
  (17, 1, 5, 2, 'Preparing', '2026-11-18 09:00:00', 2, null, null, null, null, null, null, null, null);

-- Which boxes went where, and what became of them. A received box turns into the target base's product
-- with the same standard product, in its Shelf A; every fourth arrives with two items less.
insert into shipment_detail
  (id, shipment_id, box_id, source_product_id, source_size_id, source_quantity, source_location_id,
   target_product_id, target_size_id, target_quantity, target_location_id, created_on, created_by_id,
   removed_on, removed_by_id, lost_on, lost_by_id, received_on, received_by_id)
select
  row_number() over (order by shipment.id, box.id),
  shipment.id,
  box.id,
  box.product_id,
  box.size_id,
  box.items,
  box.location_id,
  if(plan.fate = 'received', 1000 * shipment.target_base_id + box.product_id % 1000, null),
  if(plan.fate = 'received', box.size_id, null),
  if(plan.fate = 'received', box.items - if(box.id % 4 = 0, 2, 0), null),
  if(plan.fate = 'received', 100 * shipment.target_base_id + 1, null),
  shipment.started_on + interval 1 hour,
  shipment.started_by_id,
  if(plan.fate = 'removed', ifnull(shipment.canceled_on, shipment.started_on + interval 1 day), null),
  if(plan.fate = 'removed', ifnull(shipment.canceled_by_id, shipment.started_by_id), null),
  if(plan.fate = 'lost', ifnull(shipment.completed_on, shipment.receiving_started_on + interval 2 hour), null),
  if(plan.fate = 'lost', ifnull(shipment.completed_by_id, shipment.receiving_started_by_id), null),
  if(plan.fate = 'received', ifnull(shipment.completed_on, shipment.receiving_started_on + interval 1 hour), null),
  if(plan.fate = 'received', shipment.receiving_started_by_id, null)
from (
  select 1 as shipment_id, 1601 as first_box, 1606 as last_box, 'packed' as fate
  union all select 1, 1607, 1608, 'removed'
  union all select 2, 3061, 3063, 'packed'
  union all select 3, 1611, 1618, 'packed'
  union all select 3, 1619, 1619, 'removed'
  union all select 4, 3066, 3070, 'packed'
  union all select 5, 3071, 3072, 'received'
  union all select 5, 3073, 3073, 'lost'
  union all select 5, 3074, 3076, 'packed'
  union all select 6, 1621, 1625, 'packed'
  union all select 7, 1631, 1636, 'received'
  union all select 7, 1637, 1637, 'lost'
  union all select 7, 1638, 1638, 'removed'
  union all select 8, 3081, 3084, 'received'
  union all select 9, 1641, 1644, 'removed'
  union all select 11, 1646, 1648, 'lost'
  union all select 12, 3086, 3087, 'lost'
  union all select 13, 1651, 1653, 'packed'
  union all select 14, 1656, 1658, 'received'
  union all select 15, 3091, 3092, 'packed'
  union all select 16, 2061, 2063, 'packed'
) plan
join shipment on shipment.id = plan.shipment_id
join stock box on box.id between plan.first_box and plan.last_box;

update stock box
join shipment_detail detail on detail.box_id = box.id
join shipment on shipment.id = detail.shipment_id
set
  box.product_id = ifnull(detail.target_product_id, box.product_id),
  box.items = ifnull(detail.target_quantity, box.items),
  box.location_id = ifnull(detail.target_location_id, box.location_id),
  box.box_state_id = case
    when detail.lost_on is not null then 8
    when shipment.state = 'Preparing' then 3
    when shipment.state = 'Sent' then 7
    when detail.received_on is null then 4
    else 1
  end
where detail.removed_on is null;

-- A received box leaves the sender's tags behind.
update tags_relations attached
join shipment_detail detail on detail.box_id = attached.object_id
set
  attached.deleted_on = detail.received_on,
  attached.deleted_by_id = detail.received_by_id
where attached.object_type = 'Stock'
  and attached.deleted_on is null
  and detail.received_on is not null;
