package org.boxtribute.server.graphql;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.UserError.DeletedBaseError;
import org.boxtribute.server.graphql.UserError.EmptyNameError;
import org.boxtribute.server.graphql.UserError.InsufficientPermissionError;
import org.boxtribute.server.graphql.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.graphql.UserError.UnauthorizedForBaseError;
import org.boxtribute.server.persistence.type.BoxState;
import org.boxtribute.server.persistence.type.DistributionEventState;
import org.boxtribute.server.persistence.type.DistributionEventTrackingFlowDirection;
import org.boxtribute.server.persistence.type.DistributionEventsTrackingGroupState;
import org.boxtribute.server.persistence.type.HumanGender;
import org.boxtribute.server.persistence.type.Language;
import org.boxtribute.server.persistence.type.PackingListEntryState;
import org.boxtribute.server.persistence.type.ProductGender;
import org.boxtribute.server.persistence.type.ShareableView;
import org.boxtribute.server.persistence.type.ShipmentState;
import org.boxtribute.server.persistence.type.TagType;
import org.boxtribute.server.persistence.type.TaggableResourceType;
import org.boxtribute.server.persistence.type.TransferAgreementState;
import org.boxtribute.server.persistence.type.TransferAgreementType;

/**
 * What belongs to no single domain: the place of a page, the error types, and the enumerations that
 * columns hold.
 */
@Singleton
final class SharedFields implements FieldBindings {

  @Override
  public void bind(Bindings bindings) {
    bindEnumerations(bindings);

    ObjectBinding<PageInfo> page = bindings.object("PageInfo", PageInfo.class);
    page.value("hasPreviousPage", PageInfo::hasPreviousPage);
    page.value("hasNextPage", PageInfo::hasNextPage);
    page.value("startCursor", PageInfo::startCursor);
    page.value("endCursor", PageInfo::endCursor);

    bindings
        .object("InsufficientPermissionError", InsufficientPermissionError.class)
        .value("name", InsufficientPermissionError::name);

    ObjectBinding<UnauthorizedForBaseError> unauthorized =
        bindings.object("UnauthorizedForBaseError", UnauthorizedForBaseError.class);
    unauthorized.value("id", UnauthorizedForBaseError::id);
    unauthorized.value("name", UnauthorizedForBaseError::name);
    unauthorized.value("organisationName", UnauthorizedForBaseError::organisationName);

    ObjectBinding<ResourceDoesNotExistError> missing =
        bindings.object("ResourceDoesNotExistError", ResourceDoesNotExistError.class);
    missing.value("id", ResourceDoesNotExistError::id);
    missing.value("name", ResourceDoesNotExistError::name);

    bindings
        .object("DeletedBaseError", DeletedBaseError.class)
        .value("name", DeletedBaseError::name);

    bindings.object("EmptyNameError", EmptyNameError.class).value("_", error -> null);
  }

  private static void bindEnumerations(Bindings bindings) {
    bindings.enumeration("BoxState", BoxState.class);
    bindings.enumeration("ProductGender", ProductGender.class);
    bindings.enumeration("HumanGender", HumanGender.class);
    bindings.enumeration("Language", Language.class);
    bindings.enumeration("TagType", TagType.class);
    bindings.enumeration("TaggableResourceType", TaggableResourceType.class);
    bindings.enumeration("ShipmentState", ShipmentState.class);
    bindings.enumeration("TransferAgreementState", TransferAgreementState.class);
    bindings.enumeration("TransferAgreementType", TransferAgreementType.class);
    bindings.enumeration("DistributionEventState", DistributionEventState.class);
    bindings.enumeration("PackingListEntryState", PackingListEntryState.class);
    bindings.enumeration(
        "DistributionEventsTrackingGroupState", DistributionEventsTrackingGroupState.class);
    bindings.enumeration(
        "DistributionEventTrackingFlowDirection", DistributionEventTrackingFlowDirection.class);
    bindings.enumeration("ShareableView", ShareableView.class);
  }
}
