package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.testing.WithoutTests;
import org.junit.jupiter.api.Test;

/** A table is written by one room alone, and few others read it: each of these reads is listed. */
final class TableOwnershipTests {
  private static final String ROOT = "org.boxtribute.server.";
  private static final String TABLES = ROOT + "persistence.schema.Tables";

  private static final Map<String, List<String>> OWNED =
      Map.of(
          "organisation", List.of("BASE", "ORGANISATION", "USER"),
          "product",
              List.of(
                  "GENDER",
                  "PRODUCT",
                  "PRODUCT_CATEGORY",
                  "SIZE",
                  "SIZE_RANGE",
                  "SIZE_RANGE_SIZE",
                  "STANDARD_PRODUCT",
                  "UNIT"),
          "tag", List.of("TAG", "TAG_RELATION"),
          "warehouse", List.of("BOX", "BOX_STATE", "LOCATION", "QR_CODE"),
          "transfer",
              List.of(
                  "SHIPMENT", "SHIPMENT_DETAIL", "TRANSFER_AGREEMENT", "TRANSFER_AGREEMENT_DETAIL"),
          "beneficiary", List.of("BENEFICIARY", "BENEFICIARY_LANGUAGE", "TRANSACTION"),
          "distribution",
              List.of(
                  "DISTRIBUTION_EVENT",
                  "DISTRIBUTION_EVENTS_TRACKING_ENTRY",
                  "DISTRIBUTION_EVENTS_TRACKING_GROUP",
                  "PACKING_LIST_ENTRY",
                  "UNBOXED_ITEMS_COLLECTION"),
          "sharing", List.of("SHAREABLE_LINK"),
          "persistence", List.of("HISTORY_ENTRY"));

  /** Methods of jOOQ, and of the transaction, that change rows. */
  private static final Set<String> WRITES =
      Set.of(
          "insertInto",
          "insert",
          "update",
          "deleteFrom",
          "delete",
          "executeInsert",
          "executeUpdate",
          "executeDelete",
          "batchInsert",
          "batchUpdate",
          "batchStore",
          "mergeInto");

  private static final Set<String> READS_OF_OTHER_ROOMS =
      Set.of(
          "beneficiary.BeneficiaryRepository reads BOX",
          "beneficiary.BeneficiaryRepository reads TAG",
          "beneficiary.BeneficiaryRepository reads TAG_RELATION",
          "distribution.DistributionEventRepository reads LOCATION",
          "distribution.DistributionSpotRepository reads LOCATION",
          "distribution.PackedItemsRepository reads BOX",
          "distribution.PackingListRepository reads PRODUCT",
          "distribution.SpotCreation reads LOCATION",
          "distribution.TrackingGroupRepository reads GENDER",
          "distribution.TrackingGroupRepository reads LOCATION",
          "distribution.TrackingGroupRepository reads PRODUCT",
          "distribution.TrackingGroupRepository reads PRODUCT_CATEGORY",
          "distribution.TrackingGroupRepository reads SIZE",
          "transfer.ShipmentRepository reads BOX",
          "transfer.ShipmentRepository reads PRODUCT",
          "warehouse.BoxHistoryRepository reads HISTORY_ENTRY",
          "warehouse.BoxHistoryRepository reads PRODUCT",
          "warehouse.BoxHistoryRepository reads SIZE",
          "warehouse.BoxHistoryRepository reads TAG",
          "warehouse.BoxHistoryRepository reads TAG_RELATION",
          "warehouse.BoxHistoryRepository reads UNIT",
          "warehouse.BoxInputs reads TAG",
          "warehouse.BoxRepository reads PRODUCT",
          "warehouse.BoxRepository reads SHIPMENT",
          "warehouse.BoxRepository reads SHIPMENT_DETAIL");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new WithoutTests())
          .importPackages("org.boxtribute.server");
  private final Map<String, String> ownerOf = owners();

  @Test
  void eachTableThatIsUsedHasAnOwner() {
    Set<String> unowned = new TreeSet<>();
    forEachUse(
        (method, table) -> {
          if (!ownerOf.containsKey(table)) {
            unowned.add(table);
          }
        });

    assertThat(unowned).isEmpty();
  }

  @Test
  void readsOfOtherRoomsTablesAreListed() {
    Set<String> reads = new TreeSet<>();
    forEachUse(
        (method, table) -> {
          if (!room(method.getOwner()).equals(ownerOf.get(table))) {
            reads.add(outermost(method.getOwner()) + " reads " + table);
          }
        });

    assertThat(reads).isEqualTo(READS_OF_OTHER_ROOMS);
  }

  @Test
  void noMethodWritesThatUsesAnotherRoomsTable() {
    Set<String> writes = new TreeSet<>();
    forEachUse(
        (method, table) -> {
          if (!room(method.getOwner()).equals(ownerOf.get(table)) && writes(method)) {
            writes.add(method.getFullName() + " uses " + table);
          }
        });

    assertThat(writes).isEmpty();
  }

  private interface Use {
    void of(JavaCodeUnit method, String table);
  }

  private void forEachUse(Use use) {
    for (JavaClass type : classes) {
      if (OWNED.containsKey(room(type))
          && !type.getPackageName().startsWith(ROOT + "persistence.")) {
        for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
          if (access.getTargetOwner().getName().equals(TABLES)
              && !type.getSimpleName().endsWith("Fields")) {
            use.of(access.getOrigin(), access.getTarget().getName());
          }
        }
      }
    }
  }

  private static boolean writes(JavaCodeUnit method) {
    return method.getMethodCallsFromSelf().stream()
        .filter(TableOwnershipTests::isStatement)
        .map(call -> call.getTarget().getName())
        .anyMatch(WRITES::contains);
  }

  private static boolean isStatement(JavaAccess<?> call) {
    String target = call.getTargetOwner().getName();
    return target.startsWith("org.jooq.") || target.equals(ROOT + "persistence.Transaction");
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", -1)[0] : "";
  }

  private static String outermost(JavaClass type) {
    String name = type.getName().substring(ROOT.length());
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    OWNED.forEach((room, tables) -> tables.forEach(table -> owners.put(table, room)));
    return owners;
  }
}
