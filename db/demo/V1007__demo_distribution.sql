-- Demo distributions of Lighthouse (and one of Hillside): an event in every state, what was to be packed
-- for it, the boxes (1721 to 1740) and loose items it took along, and what came back.

insert into distro_events_tracking_groups
  (id, base_id, group_name, state, created_on, created_by, modified_on, modified_by)
values
  (1, 1, 'Mid-November', 'InProgress', '2026-11-16 09:00:00', 3, '2026-11-16 09:00:00', 3),
  (2, 1, 'End of October', 'Completed', '2026-11-02 09:00:00', 3, '2026-11-03 09:00:00', 3);

insert into distro_events
  (id, name, location_id, state, distro_event_tracking_group_id, planned_start_date_time, planned_end_date_time,
   created_on, created_by, modified_on, modified_by)
values
  (1, 'Winter shoes', 120, 'Planning', null, '2026-12-03 10:00:00', '2026-12-03 13:00:00', '2026-11-19 09:00:00', 3, '2026-11-19 09:00:00', 3),
  (2, 'Warm jackets', 121, 'Packing', null, '2026-11-27 10:00:00', '2026-11-27 13:00:00', '2026-11-16 09:00:00', 3, '2026-11-18 09:00:00', 4),
  (3, 'Morning round', 120, 'OnDistro', null, '2026-11-20 08:00:00', '2026-11-20 12:00:00', '2026-11-09 09:00:00', 3, '2026-11-20 07:00:00', 4),
  (4, null, 122, 'ReturnedFromDistribution', null, '2026-11-18 10:00:00', '2026-11-18 13:00:00', '2026-11-06 09:00:00', 3, '2026-11-18 15:00:00', 4),
  (5, 'Families, "first" visit', 121, 'ReturnTrackingInProgress', 1, '2026-11-13 10:00:00', '2026-11-13 13:00:00', '2026-11-02 09:00:00', 3, '2026-11-16 09:00:00', 3),
  (6, 'Autumn A', 120, 'Completed', 2, '2026-10-28 10:00:00', '2026-10-28 13:00:00', '2026-10-19 09:00:00', 3, '2026-11-03 09:00:00', 3),
  (7, 'Autumn B', 122, 'Completed', 2, '2026-10-30 10:00:00', '2026-10-30 13:00:00', '2026-10-19 09:05:00', 3, '2026-11-03 09:00:00', 3),
  (8, 'Hillside outing', 320, 'Planning', null, '2026-12-10 10:00:00', '2026-12-10 10:00:00', '2026-11-19 10:00:00', 7, '2026-11-19 10:00:00', 7);

-- Packing lists: T-shirts, jumpers and winter jackets in the sizes S to XL.
insert into distro_events_packing_list_entries
  (id, distro_event_id, product_id, size_id, number_of_items, state, created_on, created_by, modified_on, modified_by)
select
  row_number() over (order by event.id, wanted.standard_product_id, size.id),
  event.id,
  if(event.location_id = 320, 3000, 1000) + wanted.standard_product_id,
  size.id,
  10 + 5 * size.id,
  case
    when event.state = 'Planning' then 'NotStarted'
    when event.state = 'Packing' then elt(1 + size.id % 3, 'NotStarted', 'PackingInProgress', 'Packed')
    else 'Packed'
  end,
  event.created_on + interval 1 hour,
  event.created_by,
  event.created_on + interval 2 hour,
  event.modified_by
from distro_events event
join (
  select 1 as standard_product_id
  union all select 4
  union all select 12
) wanted
join sizes size on size.id between 1 and 4;

-- Boxes taken along. Of events whose returns have been counted they are empty.
update stock box
join distro_events event
  on event.id = case
    when box.id between 1721 and 1725 then 2
    when box.id between 1726 and 1729 then 3
    when box.id between 1731 and 1733 then 4
    when box.id between 1734 and 1736 then 5
    when box.id between 1737 and 1739 then 6
  end
set
  box.product_id = elt(1 + box.id % 3, 1001, 1004, 1012),
  box.size_id = 1 + box.id % 4,
  box.display_unit_id = null,
  box.measure_value = null,
  box.distro_event_id = event.id,
  box.items = if(event.distro_event_tracking_group_id is null, box.items, 0);

insert into distro_events_unboxed_item_collections
  (id, distro_event_id, product_id, size_id, number_of_items, location_id, box_state_id, comments, created_on,
   created_by, modified_on, modified_by)
values
  (1, 2, 1001, 1, 12, 101, 1, null, '2026-11-18 10:00:00', 4, '2026-11-18 10:00:00', 4),
  (2, 2, 1004, 2, 8, 101, 1, null, '2026-11-18 10:05:00', 4, '2026-11-18 10:05:00', 4),
  (3, 3, 1012, 3, 20, 102, 1, 'In the blue bag', '2026-11-19 10:00:00', 4, '2026-11-19 10:00:00', 4),
  (4, 4, 1001, 2, 15, 101, 1, null, '2026-11-17 10:00:00', 4, '2026-11-17 10:00:00', 4),
  (5, 5, 1004, 3, 0, 101, 1, null, '2026-11-12 10:00:00', 4, '2026-11-16 09:00:00', 3),
  (6, 6, 1001, 4, 0, 101, 1, null, '2026-10-27 10:00:00', 4, '2026-11-02 09:00:00', 3),
  (7, 7, 1012, 1, 0, 101, 1, null, '2026-10-29 10:00:00', 4, '2026-11-02 09:00:00', 3);

-- What went out, what of it came in again, and what of that went back to a box.
insert into distro_events_tracking_logs
  (id, distro_event_tracking_group_id, product_id, size_id, flow_direction, number_of_items, date)
values
  (1, 1, 1001, 1, 'Out', 60, '2026-11-16 09:00:00'),
  (2, 1, 1004, 3, 'Out', 45, '2026-11-16 09:00:00'),
  (3, 1, 1012, 2, 'Out', 30, '2026-11-16 09:00:00'),
  (4, 1, 1004, 3, 'In', 20, '2026-11-16 11:00:00'),
  (5, 2, 1001, 4, 'Out', 80, '2026-11-02 09:00:00'),
  (6, 2, 1012, 1, 'Out', 50, '2026-11-02 09:00:00'),
  (7, 2, 1001, 4, 'In', 10, '2026-11-02 11:00:00'),
  (8, 2, 1012, 1, 'In', 25, '2026-11-02 11:05:00'),
  (9, 2, 1001, 4, 'BackToBox', 10, '2026-11-02 15:00:00'),
  (10, 2, 1012, 1, 'BackToBox', 15, '2026-11-02 15:05:00');
