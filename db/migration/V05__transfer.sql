-- How goods pass from one base to another: agreements between organisations, and the shipments sent
-- under them.

-- TransferAgreement.
create table transfer_agreement (
  id int unsigned not null auto_increment,
  source_organisation_id int unsigned not null,
  target_organisation_id int unsigned not null,
  state varchar(255) not null default 'UnderReview',
  type varchar(255) not null,
  requested_on datetime not null,
  requested_by int unsigned not null,
  accepted_on datetime,
  accepted_by int unsigned,
  terminated_on datetime,
  terminated_by int unsigned,
  valid_from datetime not null,
  valid_until datetime,
  comment text,
  primary key (id),
  key transfer_agreement_accepted_by (accepted_by),
  key transfer_agreement_requested_by (requested_by),
  key transfer_agreement_source_organisation_id (source_organisation_id),
  key transfer_agreement_target_organisation_id (target_organisation_id),
  key transfer_agreement_terminated_by (terminated_by),
  constraint transfer_agreement_ibfk_1 foreign key (source_organisation_id)
    references organisations (id) on delete no action on update cascade,
  constraint transfer_agreement_ibfk_2 foreign key (target_organisation_id)
    references organisations (id) on delete no action on update cascade,
  constraint transfer_agreement_ibfk_3 foreign key (requested_by)
    references cms_users (id) on delete no action on update cascade,
  constraint transfer_agreement_ibfk_4 foreign key (accepted_by)
    references cms_users (id) on delete set null on update cascade,
  constraint transfer_agreement_ibfk_5 foreign key (terminated_by)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- The bases that take part in an agreement: every source base paired with every target base.
create table transfer_agreement_detail (
  id int unsigned not null auto_increment,
  transfer_agreement_id int unsigned not null,
  source_base_id int unsigned,
  target_base_id int unsigned,
  primary key (id),
  key transfer_agreement_detail_source_base_id (source_base_id),
  key transfer_agreement_detail_target_base_id (target_base_id),
  key transfer_agreement_detail_transfer_agreement_id (transfer_agreement_id),
  constraint transfer_agreement_detail_ibfk_1 foreign key (transfer_agreement_id)
    references transfer_agreement (id) on delete no action on update cascade,
  constraint transfer_agreement_detail_ibfk_2 foreign key (source_base_id)
    references camps (id) on delete no action on update cascade,
  constraint transfer_agreement_detail_ibfk_3 foreign key (target_base_id)
    references camps (id) on delete no action on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- Shipment. Without an agreement it goes between two bases of one organisation.
create table shipment (
  id int unsigned not null auto_increment,
  source_base_id int unsigned not null,
  target_base_id int unsigned not null,
  transfer_agreement_id int unsigned,
  state varchar(255) not null default 'Preparing',
  started_on datetime not null,
  started_by_id int unsigned not null,
  canceled_on datetime,
  canceled_by_id int unsigned,
  sent_on datetime,
  sent_by_id int unsigned,
  receiving_started_on datetime,
  receiving_started_by_id int unsigned,
  completed_on datetime,
  completed_by_id int unsigned,
  primary key (id),
  key shipment_canceled_by_id (canceled_by_id),
  key shipment_completed_by_id (completed_by_id),
  key shipment_receiving_started_by_id (receiving_started_by_id),
  key shipment_sent_by_id (sent_by_id),
  key shipment_source_base_id (source_base_id),
  key shipment_started_by_id (started_by_id),
  key shipment_target_base_id (target_base_id),
  key shipment_transfer_agreement_id (transfer_agreement_id),
  constraint shipment_ibfk_1 foreign key (source_base_id)
    references camps (id) on delete no action on update cascade,
  constraint shipment_ibfk_2 foreign key (target_base_id)
    references camps (id) on delete no action on update cascade,
  constraint shipment_ibfk_3 foreign key (transfer_agreement_id)
    references transfer_agreement (id) on delete no action on update cascade,
  constraint shipment_ibfk_4 foreign key (started_by_id)
    references cms_users (id) on delete no action on update cascade,
  constraint shipment_ibfk_5 foreign key (canceled_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shipment_ibfk_6 foreign key (sent_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shipment_ibfk_7 foreign key (completed_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shipment_ibfk_8 foreign key (receiving_started_by_id)
    references cms_users (id) on delete set null on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;

-- ShipmentDetail: one box on its way. The source columns keep what it was when it was added; the
-- target columns are filled when it is received.
create table shipment_detail (
  id int unsigned not null auto_increment,
  shipment_id int unsigned not null,
  box_id int unsigned not null,
  source_product_id int unsigned not null,
  target_product_id int unsigned,
  source_quantity int,
  target_quantity int,
  source_size_id int unsigned,
  target_size_id int unsigned,
  source_location_id int unsigned not null,
  target_location_id int unsigned,
  created_on datetime not null,
  created_by_id int unsigned not null,
  lost_on datetime,
  lost_by_id int unsigned,
  received_on datetime,
  received_by_id int unsigned,
  removed_on datetime,
  removed_by_id int unsigned,
  primary key (id),
  key lost_by_id (lost_by_id),
  key received_by_id (received_by_id),
  key shipment_detail_box_id (box_id),
  key shipment_detail_created_by_id (created_by_id),
  key shipment_detail_deleted_by_id (removed_by_id),
  key shipment_detail_shipment_id (shipment_id),
  key shipment_detail_source_location_id (source_location_id),
  key shipment_detail_source_product_id (source_product_id),
  key shipment_detail_target_location_id (target_location_id),
  key shipment_detail_target_product_id (target_product_id),
  key source_size_id (source_size_id),
  key target_size_id (target_size_id),
  constraint shipment_detail_ibfk_1 foreign key (shipment_id)
    references shipment (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_2 foreign key (box_id)
    references stock (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_3 foreign key (source_product_id)
    references products (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_4 foreign key (target_product_id)
    references products (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_5 foreign key (source_location_id)
    references locations (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_6 foreign key (target_location_id)
    references locations (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_7 foreign key (created_by_id)
    references cms_users (id) on delete no action on update cascade,
  constraint shipment_detail_ibfk_8 foreign key (removed_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shipment_detail_ibfk_9 foreign key (lost_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shipment_detail_ibfk_10 foreign key (received_by_id)
    references cms_users (id) on delete set null on update cascade,
  constraint shipment_detail_ibfk_11 foreign key (source_size_id)
    references sizes (id) on delete restrict on update cascade,
  constraint shipment_detail_ibfk_12 foreign key (target_size_id)
    references sizes (id) on delete restrict on update cascade
) engine = InnoDB default charset = utf8mb3 collate = utf8mb3_general_ci;
