package org.boxtribute.server.contract;

import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.HISTORY_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.ORGANISATION_READ;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_READ;
import static org.boxtribute.server.security.Permission.SHIPMENT_READ;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Permission.SIZE_READ;
import static org.boxtribute.server.security.Permission.STANDARD_PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_READ;
import static org.boxtribute.server.security.Permission.TRANSACTION_READ;
import static org.boxtribute.server.security.Permission.UNIT_READ;
import static org.boxtribute.server.security.Permission.USER_READ;

import java.util.List;
import org.boxtribute.server.contract.GuardedFieldTable.Section;
import org.boxtribute.server.testing.TestUser;

/**
 * The guarded fields of all types but the root ones. They are reached through what two
 * organisations share, a shipment or an agreement, wherever something leads there: shipment 3 from
 * Lighthouse to Juniper's Hillside, shipment 8 the other way round.
 */
final class GuardedFields {
  private static final TestUser JUNIPER = TestUser.coordinator(7, 2, 3, 4);
  private static final TestUser PEBBLE = TestUser.coordinator(9, 3, 5, 7);
  private static final Seen OPEN = new Seen.Open();
  private static final Seen HIDDEN = new Seen.Instead("null");

  private final GuardedFieldTable table = new GuardedFieldTable();

  private GuardedFields() {}

  /** All of them. */
  static List<GuardedField> all() {
    GuardedFields fields = new GuardedFields();
    fields.addOrganisations();
    fields.addProducts();
    fields.addTags();
    fields.addBoxes();
    fields.addQrCodes();
    fields.addLocations();
    fields.addAgreements();
    fields.addShipments();
    fields.addShipmentDetails();
    fields.addBeneficiaries();
    fields.addDistributions();
    return fields.table.rows();
  }

  private Section open(String type, String parent, String document) {
    return table.section(type, parent, document, JUNIPER);
  }

  private Section closed(String type, String parent, String document) {
    return table.closedSection(type, parent, document, JUNIPER);
  }

  private void addOrganisations() {
    open(
            "Base",
            "shipment/sourceBase",
            "{ __typename shipment(id: 3) { id sourceBase { id %s } } }")
        .inBase("beneficiaries { totalCount }", BENEFICIARY_READ)
        .inBase("distributionEvents { id }", DISTRO_EVENT_READ, "shipment")
        .inBase(
            "distributionEventsBeforeReturnedFromDistributionState { id }",
            DISTRO_EVENT_READ,
            "shipment")
        .inBase(
            "distributionEventsInReturnedFromDistributionState { id }",
            DISTRO_EVENT_READ,
            "shipment")
        .inBase("distributionEventsStatistics { productId }", DISTRO_EVENT_READ, "shipment")
        .inBase("distributionEventsTrackingGroups { id }", DISTRO_EVENT_READ, "shipment")
        .inBase("distributionSpots { id }", LOCATION_READ, "shipment")
        .filtered("instockBoxesCount", LOCATION_READ, "shipment", "0", "0")
        .filtered("instockItemsCount", LOCATION_READ, "shipment", "0", "0")
        .inBase("locations { id }", LOCATION_READ, "shipment")
        .anywhere("organisation { id }", ORGANISATION_READ, "shipment")
        .inBase("products { id }", PRODUCT_READ, "shipment")
        .inBase("tags { id }", TAG_READ);
    open("Organisation", "organisation", "{ __typename organisation(id: 1) { id %s } }")
        .anywhere("bases { id }", BASE_READ);

    open("User", "user", "{ __typename user(id: 3) { id %s } }")
        .row(
            "bases { id }",
            BASE_READ,
            new Seen.Refused("user/bases", "user/bases"),
            new Seen.Instead("[{\"id\": \"2\"}]"),
            HIDDEN)
        .row(
            "organisation { id }",
            ORGANISATION_READ,
            new Seen.Refused("user/organisation", "user/organisation"),
            OPEN,
            HIDDEN)
        .row("bases { id }", null, HIDDEN, HIDDEN, HIDDEN)
        .row("organisation { id }", null, HIDDEN, HIDDEN, HIDDEN)
        .row("email", null, refusedEmail(), refusedEmail(), refusedEmail());
  }

  private static Seen refusedEmail() {
    return new Seen.Refused("user/email", "user/email");
  }

  private void addProducts() {
    open(
            "Product",
            "shipment/details/*/sourceProduct",
            "{ __typename shipment(id: 3) { id details { id sourceProduct { id %s } } } }")
        .inBase("base { id }", BASE_READ)
        .anywhere("category { id }", PRODUCT_CATEGORY_READ, "shipment/details/*/sourceProduct")
        .anywhere("createdBy { id }", USER_READ)
        .anywhere("sizeRange { id }", SIZE_RANGE_READ, "shipment/details/*/sourceProduct")
        .anywhere("standardProduct { id }", STANDARD_PRODUCT_READ);
    closed("Product", "product", "{ __typename product(id: 1004) { id %s } }")
        .anywhere("lastModifiedBy { id }", USER_READ);
    open("ProductCategory", "productCategory", "{ __typename productCategory(id: 7) { id %s } }")
        .filtered(
            "products { elements { id } }",
            PRODUCT_READ,
            "productCategory/products",
            "{\"elements\": [{\"id\": \"2010\"}, {\"id\": \"2011\"}]}",
            "{\"elements\": [{\"id\": \"3010\"}, {\"id\": \"3011\"}, {\"id\": \"4010\"},"
                + " {\"id\": \"4011\"}]}");
    open(
            "SizeRange",
            "standardProduct/sizeRange",
            "{ __typename standardProduct(id: 25) {"
                + " ... on StandardProduct { id sizeRange { id %s } } } }")
        .anywhere("sizes { id }", SIZE_READ, "standardProduct");
    open(
            "StandardProduct",
            "standardProduct",
            "{ __typename standardProduct(id: 25) { ... on StandardProduct { id %s } } }")
        .anywhere("addedBy { id }", USER_READ)
        .anywhere("category { id }", PRODUCT_CATEGORY_READ, "standardProduct")
        .anywhere("deprecatedBy { id }", USER_READ)
        .anywhere("sizeRange { id }", SIZE_RANGE_READ, "standardProduct");
  }

  private void addTags() {
    closed("Tag", "base/tags/*", "{ __typename base(id: 1) { id tags { id %s } } }")
        .anywhere("createdBy { id }", USER_READ)
        .anywhere("lastModifiedBy { id }", USER_READ)
        .anywhere("lastUsedOn", TAG_RELATION_READ);
    closed(
            "Tag",
            "beneficiary/tags/*",
            "{ __typename beneficiary(id: 1004) { id tags { id %s } } }")
        .inBase("base { id }", BASE_READ, "beneficiary/tags")
        .anywhere("taggedResources { ... on Box { id } }", TAG_RELATION_READ);
    closed("Tag", "tag", "{ __typename tag(id: 104) { id %s } }")
        .filtered(
            "taggedResources { ... on Beneficiary { id } }",
            BENEFICIARY_READ,
            "tag/taggedResources",
            "[]",
            "[]");
  }

  private void addBoxes() {
    open("Box", "box", box("1611", "%s"))
        .anywhere("createdBy { id }", USER_READ)
        .anywhere("history { id }", HISTORY_READ)
        .anywhere("lastModifiedBy { id }", USER_READ)
        .hidden("location { id }", LOCATION_READ)
        .hidden("product { id }", PRODUCT_READ)
        .anywhere("qrCode { id }", QR_READ)
        .row("shipmentDetail { id }", SHIPMENT_DETAIL_READ, HIDDEN, OPEN, OPEN)
        .anywhere("size { id }", SIZE_READ)
        .filtered("tags { id }", TAG_READ, "box/tags", "[]", "[]")
        .anywhere("weightDisplayUnit { id }", UNIT_READ);
    open("Box", "box", box("3070", "%s"))
        .anywhere("displayUnit { id }", UNIT_READ)
        .anywhere("measureValue", UNIT_READ);
    open("HistoryEntry", "box/history/*", box("1611", "history { id %s }"))
        .anywhere("user { id }", USER_READ);

    // Decided here: what a box leads to is hidden from those who may not see boxes. They meet some
    // as resources of a tag.
    closed(
            "Box",
            "tag/taggedResources/*",
            "{ __typename tag(id: 102) { id taggedResources { ... on Box { id %s } } } }")
        .hidden("sourceBox { id }", STOCK_READ)
        .hidden("distributionEvent { id }", STOCK_READ);
  }

  private void addQrCodes() {
    Seen insufficient =
        new Seen.Instead(
            "{\"__typename\": \"InsufficientPermissionError\", \"name\": \"stock:read\"}");
    Seen lighthouse =
        new Seen.Instead(
            "{\"__typename\": \"UnauthorizedForBaseError\", \"name\": \"Lighthouse\","
                + " \"organisationName\": \"Lantern Demo Relief\"}");
    String document = "{ __typename qrCode(code: \"%s\") { ... on QrCode { id %%s } } }";
    String box =
        "box { __typename ... on InsufficientPermissionError { name }"
            + " ... on UnauthorizedForBaseError { name organisationName } }";
    String stored = document.formatted("f23d9a47219093d664da973eee55ebc2");
    String onItsWay = document.formatted("86dbb18c553e35105d39981f3ff85aa5");
    table
        .section("QrCode", "qrCode", stored, JUNIPER)
        .row(box, STOCK_READ, insufficient, lighthouse, lighthouse);
    table
        .section("QrCode", "qrCode", onItsWay, JUNIPER)
        .row(box, STOCK_READ, insufficient, lighthouse, OPEN);
    // Decided here: to others, a box on its way belongs to the base that sent it.
    table
        .section("QrCode", "qrCode", onItsWay, PEBBLE)
        .row(box, STOCK_READ, insufficient, lighthouse, lighthouse);
  }

  private static String box(String id, String selection) {
    return "{ __typename box(labelIdentifier: \"1000" + id + "\") { id " + selection + " } }";
  }

  private void addLocations() {
    open(
            "ClassicLocation",
            "shipment/details/*/sourceLocation",
            "{ __typename shipment(id: 3) { id details { id sourceLocation { id %s } } } }")
        .inBase("base { id }", BASE_READ)
        .inBase("boxes { totalCount }", STOCK_READ)
        .anywhere("createdBy { id }", USER_READ);
    closed(
            "ClassicLocation",
            "base/locations/*",
            "{ __typename base(id: 1) { id locations { id %s } } }")
        .anywhere("lastModifiedBy { id }", USER_READ);
  }

  private void addAgreements() {
    table
        .section(
            "TransferAgreement",
            "transferAgreement",
            "{ __typename transferAgreement(id: 2) { id %s } }",
            PEBBLE)
        .anywhere("acceptedBy { id }", USER_READ)
        .anywhere("requestedBy { id }", USER_READ, "transferAgreement")
        .onEitherSide("sourceBases { id }", BASE_READ)
        .onEitherSide("targetBases { id }", BASE_READ)
        .anywhere("sourceOrganisation { id }", ORGANISATION_READ, "transferAgreement")
        .anywhere("targetOrganisation { id }", ORGANISATION_READ, "transferAgreement");
    open(
            "TransferAgreement",
            "transferAgreement",
            "{ __typename transferAgreement(id: 1) { id %s } }")
        .filtered(
            "shipments { id }",
            SHIPMENT_READ,
            "transferAgreement",
            GuardedQueries.ids(10, 16),
            GuardedQueries.ids(1, 2, 3, 4, 5, 7, 8, 9, 10, 16));
    table
        .section(
            "TransferAgreement",
            "transferAgreement",
            "{ __typename transferAgreement(id: 4) { id %s } }",
            PEBBLE)
        .anywhere("terminatedBy { id }", USER_READ);
  }

  private void addShipments() {
    open("Shipment", "shipment", "{ __typename shipment(id: 3) { id %s } }")
        .anywhere("details { id }", SHIPMENT_DETAIL_READ, "shipment")
        .inBase("direction(baseId: 1)", BASE_READ, "shipment")
        .onEitherSide("sourceBase { id }", BASE_READ, "shipment")
        .onEitherSide("targetBase { id }", BASE_READ, "shipment")
        .anywhere("startedBy { id }", USER_READ, "shipment")
        .anywhere("sentBy { id }", USER_READ);
    open("Shipment", "shipment", "{ __typename shipment(id: 7) { id %s } }")
        .anywhere("receivingStartedBy { id }", USER_READ)
        .anywhere("completedBy { id }", USER_READ);
    open("Shipment", "shipment", "{ __typename shipment(id: 9) { id %s } }")
        .anywhere("canceledBy { id }", USER_READ);
  }

  private void addShipmentDetails() {
    String details = "{ __typename shipment(id: 8) { id details { id %s } } }";
    open("ShipmentDetail", "shipment/details/*", details)
        .onEitherSide("box { id }", STOCK_READ, "shipment")
        .anywhere("createdBy { id }", USER_READ, "shipment")
        .anywhere("receivedBy { id }", USER_READ)
        .onEitherSide("sourceLocation { id }", LOCATION_READ)
        .onEitherSide("sourceProduct { id }", PRODUCT_READ)
        .anywhere("sourceSize { id }", SIZE_READ)
        .onEitherSide("targetLocation { id }", LOCATION_READ)
        .onEitherSide("targetProduct { id }", PRODUCT_READ)
        .anywhere("targetSize { id }", SIZE_READ);
    open(
            "ShipmentDetail",
            "shipment/details/*",
            "{ __typename shipment(id: 7) { id details { id %s } } }")
        .anywhere("lostBy { id }", USER_READ)
        .anywhere("removedBy { id }", USER_READ);
    open("ShipmentDetail", "box/shipmentDetail", box("1611", "shipmentDetail { id %s }"))
        .row(
            "shipment { id }",
            SHIPMENT_READ,
            new Seen.Refused("box/shipmentDetail/shipment", "box/shipmentDetail"),
            new Seen.Missing("box/shipmentDetail"),
            OPEN)
        // Decided here: as for the other products of a detail.
        .onEitherSide("autoMatchingTargetProduct { id }", PRODUCT_READ);
  }

  private void addBeneficiaries() {
    closed("Beneficiary", "beneficiary", "{ __typename beneficiary(id: 1004) { id %s } }")
        .inBase("base { id }", BASE_READ)
        .anywhere("createdBy { id }", USER_READ)
        .anywhere("lastModifiedBy { id }", USER_READ)
        .inBase("tags { id }", TAG_READ)
        .anywhere("tokens", TRANSACTION_READ)
        .anywhere("transactions { id }", TRANSACTION_READ);
    // Decided here: as everywhere else, users are shown to those who may read users.
    closed(
            "Transaction",
            "beneficiary/transactions/*",
            "{ __typename beneficiary(id: 1004) { id transactions { id %s } } }")
        .anywhere("createdBy { id }", USER_READ);
  }

  private void addDistributions() {
    closed(
            "DistributionSpot",
            "distributionSpot",
            "{ __typename distributionSpot(id: 121) { id %s } }")
        .inBase("base { id }", BASE_READ)
        .inBase("distributionEvents { id }", DISTRO_EVENT_READ, "distributionSpot")
        // Decided here: as for other locations.
        .inBase("boxes { totalCount }", STOCK_READ);
    closed(
            "DistributionEvent",
            "distributionEvent",
            "{ __typename distributionEvent(id: 5) { id %s } }")
        .inBase("boxes { id }", STOCK_READ, "distributionEvent")
        .inBase("distributionSpot { id }", LOCATION_READ)
        .inBase("packingListEntries { id }", PACKING_LIST_ENTRY_READ, "distributionEvent")
        .inBase("unboxedItemsCollections { id }", STOCK_READ, "distributionEvent");
    closed("DistributionEvent", "box/distributionEvent", box("1734", "distributionEvent { id %s }"))
        .inBase("distributionEventsTrackingGroup { id }", DISTRO_EVENT_READ);

    // Whoever gets as far as the group may read what it leads to.
    Seen refusedGroup =
        new Seen.Refused(
            "box/distributionEvent/distributionEventsTrackingGroup",
            "box/distributionEvent/distributionEventsTrackingGroup");
    closed(
            "DistributionEventsTrackingGroup",
            "box/distributionEvent/distributionEventsTrackingGroup",
            box("1734", "distributionEvent { id distributionEventsTrackingGroup { id %s } }"))
        .row(
            "distributionEvents { id }",
            DISTRO_EVENT_READ,
            refusedGroup,
            refusedGroup,
            refusedGroup)
        .row(
            "distributionEventsTrackingEntries { id }",
            DISTRO_EVENT_READ,
            refusedGroup,
            refusedGroup,
            refusedGroup);

    // Decided here: products are shown to those who may read products.
    closed(
            "DistributionEventsTrackingEntry",
            "distributionEventsTrackingGroup/distributionEventsTrackingEntries/*",
            "{ __typename distributionEventsTrackingGroup(id: 1) {"
                + " id distributionEventsTrackingEntries { id %s } } }")
        .inBase("product { id }", PRODUCT_READ, "distributionEventsTrackingGroup");
    closed(
            "PackingListEntry",
            "packingListEntry",
            "{ __typename packingListEntry(id: 13) { id %s } }")
        .inBase("matchingPackedItemsCollections { id }", STOCK_READ, "packingListEntry")
        .hidden("product { id }", PRODUCT_READ);
    closed(
            "UnboxedItemsCollection",
            "distributionEvent/unboxedItemsCollections/*",
            "{ __typename distributionEvent(id: 2) { id unboxedItemsCollections { id %s } } }")
        .hidden("product { id }", PRODUCT_READ)
        .hidden("location { id }", LOCATION_READ);
  }
}
