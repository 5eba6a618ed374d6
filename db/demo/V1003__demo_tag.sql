-- Demo tags of every type. What they are attached to stands beside the boxes and beneficiaries.

insert into tags (id, camp_id, label, color, type, description, seq, created, created_by, deleted) values
  (101, 1, 'Priority', '#d9534f', 'Stock', 'Ship or hand out first', 1, '2025-01-14 09:00:00', 3, null),
  (102, 1, 'Winter', '#5bc0de', 'Stock', 'For the cold months', 2, '2025-01-14 09:01:00', 3, null),
  (103, 1, 'To sort, later', '#f0ad4e', 'Stock', '', 3, '2025-01-14 09:02:00', 3, null),
  (104, 1, 'New arrivals', '#5cb85c', 'People', 'Came less than a month ago', 4, '2025-01-14 09:03:00', 3, null),
  (105, 1, 'Follow up', '#0275d8', 'People', 'Visit again', 5, '2025-01-14 09:04:00', 3, null),
  (106, 1, 'School', '#613d7c', 'All', 'School children and what they need', 6, '2025-01-14 09:05:00', 3, null),
  (107, 1, 'Fragile', '#ffcc00', 'All', 'Handle with care', 7, '2025-01-14 09:06:00', 3, null),
  (108, 1, 'Spring campaign', '#999999', 'Stock', 'Over', 8, '2025-01-14 09:07:00', 3, '2025-07-01 12:00:00'),
  (109, 1, 'Moved on', '#777777', 'People', '', 9, '2025-01-14 09:08:00', 3, '2025-09-01 12:00:00'),
  (110, 1, 'شتاء', '#20c997', 'All', 'Winter, in Arabic', 10, '2025-01-14 09:09:00', 3, null),
  (111, 1, 'زستان', '#17a2b8', 'Stock', 'Winter, in Kurdish', 11, '2025-01-14 09:10:00', 3, null),
  (201, 2, 'Priority', '#d9534f', 'Stock', '', 1, '2025-01-15 09:00:00', 6, null),
  (202, 2, 'Large family', '#5cb85c', 'People', '', 2, '2025-01-15 09:01:00', 6, null),
  (301, 3, 'Reserved', '#6610f2', 'Stock', '', 1, '2025-01-16 09:00:00', 7, null),
  (302, 3, 'Volunteer', '#e83e8c', 'People', '', 2, '2025-01-16 09:01:00', 7, null),
  (303, 3, 'Check', '#fd7e14', 'All', '', 3, '2025-01-16 09:02:00', 7, null),
  (401, 4, 'Reserved', '#6610f2', 'All', '', 1, '2025-01-16 09:03:00', 7, null),
  (501, 5, 'Urgent', '#dc3545', 'All', '', 1, '2025-01-17 09:00:00', 9, null),
  (502, 5, 'Obsolete', '#343a40', 'All', '', 2, '2025-01-17 09:01:00', 9, '2026-01-12 12:00:00'),
  (701, 7, 'Urgent', '#dc3545', 'Stock', '', 1, '2025-01-17 09:02:00', 9, null);
