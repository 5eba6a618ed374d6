package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The names of the permissions. */
class PermissionTests {

  private static final Set<String> NAMES =
      Set.of(
          "base:read",
          "beneficiary:create",
          "beneficiary:delete",
          "beneficiary:edit",
          "beneficiary:read",
          "beneficiary_language:assign",
          "distro_event:read",
          "distro_event:write",
          "history:read",
          "location:read",
          "location:write",
          "organisation:read",
          "packing_list_entry:read",
          "packing_list_entry:write",
          "product:read",
          "product:write",
          "product_category:read",
          "qr:create",
          "qr:read",
          "shareable_link:create",
          "shipment:create",
          "shipment:edit",
          "shipment:read",
          "shipment_detail:read",
          "shipment_detail:write",
          "size:read",
          "size_range:read",
          "standard_product:read",
          "stock:read",
          "stock:write",
          "tag:read",
          "tag:write",
          "tag_relation:assign",
          "tag_relation:read",
          "transaction:read",
          "transfer_agreement:create",
          "transfer_agreement:edit",
          "transfer_agreement:read",
          "transfer_agreement_detail:read",
          "unboxed_items_collection:write",
          "unit:read",
          "user:read");

  private static final Set<String> BASE_AGNOSTIC_RESOURCES =
      Set.of(
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

  @Test
  void they_are_those_that_the_api_asks_for() {
    assertThat(Arrays.stream(Permission.values()).map(Permission::apiName))
        .containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @Test
  void a_constant_is_called_as_its_permission() {
    for (Permission permission : Permission.values()) {
      assertThat(permission.name())
          .isEqualTo(permission.apiName().toUpperCase(Locale.ROOT).replace(':', '_'));
      assertThat(Permission.of(permission.apiName())).hasValue(permission);
    }
  }

  @Test
  void other_names_are_unknown() {
    for (String name : new String[] {"", "stock", "STOCK:READ", "stock:read ", "rocket:launch"}) {
      assertThat(Permission.of(name)).isEmpty();
    }
  }

  @Test
  void some_resources_belong_to_no_base() {
    for (Permission permission : Permission.values()) {
      String resource = permission.apiName().split(":", -1)[0];
      assertThat(permission.isBaseAgnostic())
          .as("%s", permission)
          .isEqualTo(BASE_AGNOSTIC_RESOURCES.contains(resource));
    }
  }
}
