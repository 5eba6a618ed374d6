package org.boxtribute.server.security;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a user may be granted, named as in the access tokens: {@code resource:method}. The token
 * issuer may know more permissions than these; only those that guard something in the API are
 * listed.
 */
public enum Permission {
  BASE_READ("base:read"),
  BENEFICIARY_CREATE("beneficiary:create"),
  BENEFICIARY_DELETE("beneficiary:delete"),
  BENEFICIARY_EDIT("beneficiary:edit"),
  BENEFICIARY_READ("beneficiary:read"),
  BENEFICIARY_LANGUAGE_ASSIGN("beneficiary_language:assign"),
  DISTRO_EVENT_READ("distro_event:read"),
  DISTRO_EVENT_WRITE("distro_event:write"),
  HISTORY_READ("history:read"),
  LOCATION_READ("location:read"),
  LOCATION_WRITE("location:write"),
  ORGANISATION_READ("organisation:read"),
  PACKING_LIST_ENTRY_READ("packing_list_entry:read"),
  PACKING_LIST_ENTRY_WRITE("packing_list_entry:write"),
  PRODUCT_READ("product:read"),
  PRODUCT_WRITE("product:write"),
  PRODUCT_CATEGORY_READ("product_category:read"),
  QR_CREATE("qr:create"),
  QR_READ("qr:read"),
  SHAREABLE_LINK_CREATE("shareable_link:create"),
  SHIPMENT_CREATE("shipment:create"),
  SHIPMENT_EDIT("shipment:edit"),
  SHIPMENT_READ("shipment:read"),
  SHIPMENT_DETAIL_READ("shipment_detail:read"),
  SHIPMENT_DETAIL_WRITE("shipment_detail:write"),
  SIZE_READ("size:read"),
  SIZE_RANGE_READ("size_range:read"),
  STANDARD_PRODUCT_READ("standard_product:read"),
  STOCK_READ("stock:read"),
  STOCK_WRITE("stock:write"),
  TAG_READ("tag:read"),
  TAG_WRITE("tag:write"),
  TAG_RELATION_ASSIGN("tag_relation:assign"),
  TAG_RELATION_READ("tag_relation:read"),
  TRANSACTION_READ("transaction:read"),
  TRANSFER_AGREEMENT_CREATE("transfer_agreement:create"),
  TRANSFER_AGREEMENT_EDIT("transfer_agreement:edit"),
  TRANSFER_AGREEMENT_READ("transfer_agreement:read"),
  TRANSFER_AGREEMENT_DETAIL_READ("transfer_agreement_detail:read"),
  UNBOXED_ITEMS_COLLECTION_WRITE("unboxed_items_collection:write"),
  UNIT_READ("unit:read"),
  USER_READ("user:read");

  private static final Map<String, Permission> BY_API_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Permission::apiName, Function.identity()));

  private final String apiName;
  private final boolean baseAgnostic;

  Permission(String apiName) {
    this.apiName = apiName;
    this.baseAgnostic =
        baseAgnosticResources().contains(apiName.substring(0, apiName.indexOf(':')));
  }

  /** The permission's name in tokens and error messages, such as {@code stock:read}. */
  public String apiName() {
    return apiName;
  }

  /**
   * Whether the resource belongs to no base, so that holding the permission for any base is enough
   * where a rule names none. Where a rule does name a base, it is enforced all the same.
   */
  public boolean isBaseAgnostic() {
    return baseAgnostic;
  }

  /** The permission of that name; empty if the API has no use for such a permission. */
  public static Optional<Permission> of(String apiName) {
    return Optional.ofNullable(BY_API_NAME.get(apiName));
  }

  /** Resources that belong to no base. A method, for constants are made before static fields. */
  private static Set<String> baseAgnosticResources() {
    return Set.of(
        "box_state",
        "beneficiary_language",
        "gender",
        "history",
        "language",
        "organisation",
        "product_category",
        "qr",
        "shipment_detail",
        "size",
        "size_range",
        "standard_product",
        "tag_relation",
        "transaction",
        "unit",
        "user");
  }

  @Override
  public String toString() {
    return apiName;
  }
}
