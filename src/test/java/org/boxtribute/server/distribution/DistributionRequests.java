package org.boxtribute.server.distribution;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;

/** Requests of the mutations of distributions, whose answers are at {@code /result}. */
final class DistributionRequests {
  private final TestServer server;

  DistributionRequests(TestServer server) {
    this.server = server;
  }

  Answer write(TestUser user, String mutation) {
    return server.as(user).ask("mutation { result: " + mutation + " }");
  }

  Answer setState(TestUser user, int event, String state) {
    return write(
        user,
        "changeDistributionEventState(distributionEventId: %d, newState: %s) { id name state }"
            .formatted(event, state));
  }

  Answer put(TestUser user, int event, int product, int size, int numberOfItems) {
    return write(
        user,
        """
        addPackingListEntryToDistributionEvent(creationInput: {
          distributionEventId: %d, productId: %d, sizeId: %d, numberOfItems: %d
        }) { id numberOfItems state product { id } size { id } }"""
            .formatted(event, product, size, numberOfItems));
  }

  Answer updateEntry(TestUser user, int entry, int numberOfItems) {
    return write(
        user,
        "updatePackingListEntry(packingListEntryId: %d, numberOfItems: %d) { id numberOfItems }"
            .formatted(entry, numberOfItems));
  }

  Answer removeEntry(TestUser user, int entry) {
    return write(
        user,
        """
        removePackingListEntryFromDistributionEvent(packingListEntryId: %d) {
          id packingListEntries { id }
        }"""
            .formatted(entry));
  }

  Answer removeProduct(TestUser user, int event, int product) {
    return write(
        user,
        """
        removeAllPackingListEntriesFromDistributionEventForProduct(
          distributionEventId: %d, productId: %d
        )"""
            .formatted(event, product));
  }

  Answer select(TestUser user, int event, List<Integer> added, List<Integer> removed) {
    return write(
        user,
        """
        updateSelectedProductsForDistributionEventPackingList(
          distributionEventId: %d, productIdsToAdd: %s, productIdsToRemove: %s
        ) { id packingListEntries { product { id } size { id } numberOfItems } }"""
            .formatted(event, added, removed));
  }

  Answer assign(TestUser user, BoxRecord box, int event) {
    return write(
        user,
        """
        assignBoxToDistributionEvent(boxLabelIdentifier: "%s", distributionEventId: %d) {
          labelIdentifier distributionEvent { id distributionSpot { name } }
        }"""
            .formatted(box.getLabelIdentifier(), event));
  }

  Answer unassign(TestUser user, BoxRecord box, int event) {
    return write(
        user,
        """
        unassignBoxFromDistributionEvent(boxLabelIdentifier: "%s", distributionEventId: %d) {
          labelIdentifier distributionEvent { id }
        }"""
            .formatted(box.getLabelIdentifier(), event));
  }

  Answer unbox(TestUser user, BoxRecord box, int event, int numberOfItems) {
    return write(
        user,
        """
        moveItemsFromBoxToDistributionEvent(
          boxLabelIdentifier: "%s", distributionEventId: %d, numberOfItems: %d
        ) { id numberOfItems product { id } size { id } location { id } distributionEvent { id } }"""
            .formatted(box.getLabelIdentifier(), event, numberOfItems));
  }

  Answer removeUnboxed(TestUser user, int unboxed, int numberOfItems) {
    return write(
        user,
        "removeItemsFromUnboxedItemsCollection(id: %d, numberOfItems: %d) { id numberOfItems }"
            .formatted(unboxed, numberOfItems));
  }

  Answer track(TestUser user, int base, List<Integer> events) {
    return write(
        user,
        """
        startDistributionEventsTrackingGroup(distributionEventIds: %s, baseId: %d) {
          id state distributionEvents { id state }
          distributionEventsTrackingEntries { flowDirection numberOfItems }
        }"""
            .formatted(events, base));
  }

  Answer setReturned(TestUser user, int group, int product, int size, int numberOfItems) {
    return write(
        user,
        """
        setReturnedNumberOfItemsForDistributionEventsTrackingGroup(
          distributionEventsTrackingGroupId: %d, productId: %d, sizeId: %d, numberOfItems: %d
        ) { id numberOfItems flowDirection product { id } size { id } }"""
            .formatted(group, product, size, numberOfItems));
  }

  Answer rebox(TestUser user, int group, BoxRecord box, int numberOfItems) {
    return write(
        user,
        """
        moveItemsFromReturnTrackingGroupToBox(
          distributionEventsTrackingGroupId: %d, productId: %d, sizeId: %d, numberOfItems: %d,
          targetBoxLabelIdentifier: "%s"
        ) { id numberOfItems flowDirection }"""
            .formatted(
                group,
                box.getProductId(),
                box.getSizeId(),
                numberOfItems,
                box.getLabelIdentifier()));
  }

  Answer complete(TestUser user, int group) {
    return write(
        user,
        """
        completeDistributionEventsTrackingGroup(id: %d) {
          id state distributionEvents { id state }
        }"""
            .formatted(group));
  }
}
