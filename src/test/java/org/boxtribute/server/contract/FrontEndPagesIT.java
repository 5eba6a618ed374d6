package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the front-ends get what they ask for, whole, for the people who use them. */
final class FrontEndPagesIT {
  private static final String COORDINATOR = "coordinator@lantern.example.org";
  private static final String VOLUNTEER = "volunteer@lantern.example.org";
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true);

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Header          |                                       | /bases/0/organisation/name
          ManageBoxes     | baseId: 1, size: 20                   | /boxes/elements/19/id
          ManageBoxes     | baseId: 1, size: 99999                | /boxes/elements/500/state
          ManageBoxes     | baseId: 1, filter: {states: ["Lost"]}, size: 9 | /boxes/elements/0/id
          ActionsForBoxes | baseId: 1                             | /base/tags/0/name
          Box             | label: "10001001"                     | /box/location/base/locations/0/id
          Box             | label: "10001601"                     | /box/shipmentDetail/id
          BoxWithShipment | label: "10001601"                     | /box/labelIdentifier
          EditBox         | label: "10001001", baseId: 1          | /base/products/0/sizeRange/label
          CreateBox       | baseId: 1                             | /base/products/0/sizeRange/label
          ScannedCode     | code: "demo-9100"                     | /qrCode/code
          Dashboard       | baseId: 1                             | /bases/0/instockBoxesCount
          """)
  void coordinatorsAndVolunteersSeeTheWarehouse(String operation, String variables, String pointer)
      throws IOException {
    assertAnswered(COORDINATOR, "warehouse", operation, variables, pointer);
    assertAnswered(VOLUNTEER, "warehouse", operation, variables, pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {COORDINATOR, VOLUNTEER, "coordinator@juniper.example.org"})
  void bothSidesOfAShipmentSeeABoxOnItsWay(String user) throws IOException {
    assertAnswered(
        user, "warehouse", "Box", "label: \"10001611\"", "/box/shipmentDetail/shipment/state");
    assertAnswered(
        user, "warehouse", "BoxWithShipment", "label: \"10001611\"", "/box/shipmentDetail/id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Organisations      | organisationId: 1 | /organisation/bases/0/name
          Agreements         | baseId: 1         | /accepted/0/sourceBases/0/name
          Shipments          | baseId: 1         | /shipments/0/details/0/box/labelIdentifier
          ShipmentsForExport |                   | /shipments/0/details/0/sourceProduct/name
          Shipment           | id: 1, baseId: 1  | /shipment/details/0/sourceQuantity
          """)
  void coordinatorsAndVolunteersSeeTheTransfers(String operation, String variables, String pointer)
      throws IOException {
    assertAnswered(COORDINATOR, "transfers", operation, variables, pointer);
    assertAnswered(VOLUNTEER, "transfers", operation, variables, pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StandardProducts | baseId: 1 | /standardProducts/elements/0/instantiation/price
          Products         | baseId: 1 | /products/elements/0/sizeRange/sizes/0/label
          ProductForm      |           | /sizeRanges/0/label
          Tags             | baseId: 1 | /base/tags/1/taggedResources/0/labelIdentifier
          Tag              | id: 101   | /tag/name
          """)
  void coordinatorsSeeTheirProductsAndTags(String operation, String variables, String pointer)
      throws IOException {
    assertAnswered(COORDINATOR, "products-and-tags", operation, variables, pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Spots      | baseId: 1, spotId: 120 | /base/distributionSpots/0/distributionEvents/0/name
          Events     | baseId: 1              | /base/distributionEvents/0/distributionSpot/name
          Event      | id: 1                  | /distributionEvent/packingListEntries/0/product/name
          Returns    | groupId: 1             | /distributionEventsTrackingGroup/id
          Statistics | baseId: 1              | /base/distributionEventsStatistics/0/productName
          """)
  void coordinatorsSeeTheDistributions(String operation, String variables, String pointer)
      throws IOException {
    assertAnswered(COORDINATOR, "distributions", operation, variables, pointer);
  }

  /** The answer has no errors, and a value at a place that is reached by many fields. */
  private void assertAnswered(
      String user, String file, String operation, String variables, String pointer)
      throws IOException {
    String values = "{" + Objects.requireNonNullElse(variables, "") + "}";

    Answer answer =
        server
            .as(TestUser.demo(user))
            .ask(
                document(file),
                operation,
                JSON.readValue(values, new TypeReference<Map<String, Object>>() {}))
            .ok();

    assertThat(answer.text(pointer)).as(operation).isNotEmpty().isNotEqualTo("null");
  }

  private static String document(String file) throws IOException {
    String resource = "/frontend/" + file + ".graphql";
    try (InputStream stream = FrontEndPagesIT.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
