package org.boxtribute.server.contract;

import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.ORGANISATION_READ;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Permission.SHIPMENT_READ;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Permission.STANDARD_PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_DETAIL_READ;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_READ;
import static org.boxtribute.server.security.Permission.USER_READ;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.boxtribute.server.contract.GuardedFieldTable.Section;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.TestUser;

/** The guarded root fields that read. Null of those that cannot be null takes all data along. */
final class GuardedQueries {
  private static final String ALL_DATA = "";
  private static final Seen OPEN = new Seen.Open();

  private final GuardedFieldTable table = new GuardedFieldTable();
  private final Section query =
      table.section("Query", "", "{ __typename %s }", TestUser.coordinator(7, 2, 3, 4));

  private GuardedQueries() {}

  /** All of them. */
  static List<GuardedField> all() {
    GuardedQueries queries = new GuardedQueries();
    queries.addThoseForAnyBase();
    queries.addThoseInOneBase();
    queries.addThoseBetweenBases();
    queries.addLists();
    return queries.table.rows();
  }

  private void addThoseForAnyBase() {
    query
        .anywhere("organisation(id: 1) { id }", ORGANISATION_READ)
        .anywhere("organisations { id }", ORGANISATION_READ, ALL_DATA)
        .anywhere("productCategories { id }", PRODUCT_CATEGORY_READ, ALL_DATA)
        .anywhere("productCategory(id: 7) { id }", PRODUCT_CATEGORY_READ)
        .row(
            "qrCode(code: \"f23d9a47219093d664da973eee55ebc2\")"
                + " { __typename ... on InsufficientPermissionError { name } }",
            QR_READ,
            insufficient(QR_READ),
            OPEN,
            OPEN)
        .anywhere("qrExists(code: \"f23d9a47219093d664da973eee55ebc2\")", QR_READ)
        .anywhere("sizeRanges { id }", SIZE_RANGE_READ, ALL_DATA)
        .row(
            "standardProduct(id: 25)"
                + " { __typename ... on InsufficientPermissionError { name } }",
            STANDARD_PRODUCT_READ,
            insufficient(STANDARD_PRODUCT_READ),
            OPEN,
            OPEN)
        .row(
            "standardProducts { __typename ... on InsufficientPermissionError { name } }",
            STANDARD_PRODUCT_READ,
            insufficient(STANDARD_PRODUCT_READ),
            OPEN,
            OPEN)
        .anywhere("user(id: 3) { id }", USER_READ)
        .anywhere("users { id }", USER_READ, ALL_DATA);
  }

  private static Seen insufficient(Permission permission) {
    return new Seen.Instead(
        "{\"__typename\": \"InsufficientPermissionError\", \"name\": \"" + permission + "\"}");
  }

  private void addThoseInOneBase() {
    Seen lighthouse =
        new Seen.Instead(
            "{\"__typename\": \"UnauthorizedForBaseError\", \"name\": \"Lighthouse\"}");
    query
        .inBase("base(id: 1) { id }", BASE_READ)
        .inBase("beneficiary(id: 1004) { id }", BENEFICIARY_READ)
        .inBase("box(labelIdentifier: \"10001001\") { id }", STOCK_READ)
        .inBase("boxes(baseId: 1) { totalCount }", STOCK_READ, ALL_DATA)
        .inBase("distributionEvent(id: 5) { id }", DISTRO_EVENT_READ)
        .inBase("distributionEventsTrackingGroup(id: 1) { id }", DISTRO_EVENT_READ)
        .inBase("distributionSpot(id: 121) { id }", LOCATION_READ)
        .inBase("location(id: 101) { id }", LOCATION_READ)
        .inBase("packingListEntry(id: 13) { id }", PACKING_LIST_ENTRY_READ)
        .inBase("product(id: 1001) { id }", PRODUCT_READ)
        .row(
            "standardProducts(baseId: 1)"
                + " { __typename ... on InsufficientPermissionError { name }"
                + " ... on UnauthorizedForBaseError { name } }",
            STANDARD_PRODUCT_READ,
            insufficient(STANDARD_PRODUCT_READ),
            lighthouse,
            lighthouse)
        .inBase("tag(id: 101) { id }", TAG_READ);
  }

  private void addThoseBetweenBases() {
    query
        .onEitherSide("box(labelIdentifier: \"10001611\") { id }", STOCK_READ)
        .onEitherSide("shipment(id: 3) { id }", SHIPMENT_READ)
        .inBase("shipment(id: 6) { id }", SHIPMENT_READ)
        .inBase("transferAgreement(id: 2) { id }", TRANSFER_AGREEMENT_READ)
        .row(
            "transferAgreement(id: 1) { id }",
            TRANSFER_AGREEMENT_READ,
            new Seen.Refused("transferAgreement", "transferAgreement"),
            OPEN,
            OPEN);
  }

  private void addLists() {
    filtered("bases { id }", BASE_READ, ids(2), ids(3, 4));
    filtered(
        "beneficiaries(paginationInput: { first: 1 }) { elements { id } }",
        BENEFICIARY_READ,
        page(2001),
        page(3001));
    filtered("distributionSpots { id }", LOCATION_READ, ids(), ids(320));
    filtered(
        "locations { id }",
        LOCATION_READ,
        ids(201, 202, 203, 204, 205, 206, 207, 208),
        ids(301, 302, 303, 304, 305, 306, 307, 308, 401, 402, 403, 404, 405, 406, 407, 408));
    filtered(
        "products(paginationInput: { first: 1 }) { elements { id } }",
        PRODUCT_READ,
        page(2001),
        page(3001));
    filtered(
        "shipments { id }",
        SHIPMENT_READ,
        ids(10, 13, 14, 16),
        ids(1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 15, 16));
    filtered("tags { id }", TAG_READ, ids(201, 202), ids(301, 302, 303, 401));
    filtered(
        "transferAgreements { id }",
        TRANSFER_AGREEMENT_DETAIL_READ,
        ids(1, 4, 6, 7),
        ids(1, 3, 5, 8));
  }

  private void filtered(
      String selection, Permission permission, String elsewhere, String byStranger) {
    query.filtered(selection, permission, ALL_DATA, elsewhere, byStranger);
  }

  private static String page(int id) {
    return "{\"elements\": " + ids(id) + "}";
  }

  /** A list of objects with nothing but their ids. */
  static String ids(int... ids) {
    return Arrays.stream(ids)
        .mapToObj("{\"id\": \"%d\"}"::formatted)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
