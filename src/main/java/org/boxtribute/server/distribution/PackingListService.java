package org.boxtribute.server.distribution;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_WRITE;
import static org.boxtribute.server.security.Permission.PACKING_LIST_ENTRY_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.product.ProductRepository;
import org.boxtribute.server.product.SizeRangeRepository;
import org.boxtribute.server.security.Permission;

/**
 * The rules of packing lists. A list has one entry at most for a product and a size, and may be
 * changed until the event's returns are counted.
 */
@Singleton
final class PackingListService {
  private final LockedEvents events;
  private final PackingListRepository entries;
  private final ProductRepository products;
  private final SizeRangeRepository sizeRanges;

  PackingListService(
      LockedEvents events,
      PackingListRepository entries,
      ProductRepository products,
      SizeRangeRepository sizeRanges) {
    this.events = events;
    this.entries = entries;
    this.products = products;
    this.sizeRanges = sizeRanges;
  }

  /**
   * Puts a product and size onto a list. Where they are on it, their number is replaced, or the
   * entry removed if there are to be none.
   *
   * @return the entry, unless it was removed
   */
  Optional<PackingListEntry> put(Transaction transaction, PackingListAddition addition) {
    DistributionEvent event =
        events.lockOpen(transaction, addition.event(), PACKING_LIST_ENTRY_WRITE);
    List<PackingListEntryRecord> found =
        entries.lock(transaction, event.id(), Set.of(addition.product())).stream()
            .filter(entry -> entry.getSizeId() == addition.size())
            .toList();
    if (found.isEmpty()) {
      return Optional.of(added(transaction, event, addition));
    }
    if (addition.numberOfItems() == 0) {
      entries.delete(transaction, found);
      return Optional.empty();
    }
    return Optional.of(renumbered(transaction, found.getFirst(), addition.numberOfItems()));
  }

  /** Says how many items are to be packed for an entry. */
  PackingListEntry update(Transaction transaction, PackingListEntryUpdate update) {
    eventOfEntry(transaction, update.entry(), PACKING_LIST_ENTRY_WRITE);
    return renumbered(transaction, entry(transaction, update.entry()), update.numberOfItems());
  }

  /** Takes an entry off the list. */
  DistributionEvent remove(Transaction transaction, int id) {
    DistributionEvent event = eventOfEntry(transaction, id, DISTRO_EVENT_WRITE);
    entries.delete(transaction, List.of(entry(transaction, id)));
    return event;
  }

  /** Takes a product off the list in all its sizes, if it is on it. */
  boolean removeProduct(Transaction transaction, ProductOfEvent removal) {
    DistributionEvent event =
        events.lockOpen(transaction, removal.event(), PACKING_LIST_ENTRY_WRITE);
    List<PackingListEntryRecord> found =
        entries.lock(transaction, event.id(), Set.of(removal.product()));
    ProductRecord product =
        product(products.lockForShare(transaction, Set.of(removal.product())), removal.product());
    requires(PACKING_LIST_ENTRY_WRITE)
        .inBase(ProductRecord::getBaseId)
        .check(transaction.user(), product);
    entries.delete(transaction, found);
    return true;
  }

  /**
   * Takes products off the list, and puts others onto it in each of their sizes, with no items yet.
   * An entry that is there already stays as it is.
   */
  DistributionEvent select(Transaction transaction, ProductSelection selection) {
    DistributionEvent event =
        events.lockOpen(transaction, selection.event(), PACKING_LIST_ENTRY_WRITE);
    List<PackingListEntryRecord> kept = new ArrayList<>();
    List<PackingListEntryRecord> removed = new ArrayList<>();
    for (PackingListEntryRecord entry : entries.lockOfEvent(transaction, event.id())) {
      (selection.removed().contains(entry.getProductId()) ? removed : kept).add(entry);
    }
    List<PackingListEntryRecord> added = missing(transaction, event, selection.added(), kept);
    entries.delete(transaction, removed);
    transaction.insert(added);
    return event;
  }

  private List<PackingListEntryRecord> missing(
      Transaction transaction,
      DistributionEvent event,
      Set<Integer> ids,
      List<PackingListEntryRecord> present) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Integer, ProductRecord> found = products.lockForShare(transaction, ids);
    Map<Integer, List<SizeRecord>> sizes =
        sizeRanges.sizesOf(
            transaction, found.values().stream().map(ProductRecord::getSizeRangeId).toList());
    List<PackingListEntryRecord> missing = new ArrayList<>();
    for (int id : ids) {
      ProductRecord product = productOf(event, found, id);
      Set<Integer> presentSizes = sizesOf(product, present);
      if (presentSizes.isEmpty()) {
        requireNotDeleted(product);
      }
      if (product.getDeletedOn() == null) {
        sizes.getOrDefault(product.getSizeRangeId(), List.of()).stream()
            .filter(size -> !presentSizes.contains(size.getId()))
            .map(size -> newEntry(transaction, event, id, size.getId(), 0))
            .forEach(missing::add);
      }
    }
    return missing;
  }

  private static Set<Integer> sizesOf(ProductRecord product, List<PackingListEntryRecord> present) {
    return present.stream()
        .filter(entry -> entry.getProductId().equals(product.getId()))
        .map(PackingListEntryRecord::getSizeId)
        .collect(toSet());
  }

  private PackingListEntry added(
      Transaction transaction, DistributionEvent event, PackingListAddition addition) {
    Map<Integer, ProductRecord> found =
        products.lockForShare(transaction, Set.of(addition.product()));
    ProductRecord product = productOf(event, found, addition.product());
    requireNotDeleted(product);
    if (!sizeRanges.sizeExists(transaction, addition.size())) {
      throw BadUserInput.doesNotExist("Size", addition.size());
    }
    PackingListEntryRecord entry =
        newEntry(transaction, event, product.getId(), addition.size(), addition.numberOfItems());
    return new PackingListEntry(transaction.insert(entry), product.getBaseId());
  }

  private static PackingListEntryRecord newEntry(
      Transaction transaction, DistributionEvent event, int product, int size, int numberOfItems) {
    PackingListEntryRecord entry = new PackingListEntryRecord();
    entry.setDistributionEventId(event.id());
    entry.setProductId(product);
    entry.setSizeId(size);
    entry.setNumberOfItems(numberOfItems);
    entry.setState(PackingListEntryState.NOT_STARTED);
    entry.setCreatedOn(transaction.now());
    entry.setCreatedBy(transaction.user().id());
    return entry;
  }

  private PackingListEntry renumbered(
      Transaction transaction, PackingListEntryRecord entry, int numberOfItems) {
    entry.setNumberOfItems(numberOfItems);
    return entries.update(transaction, entry);
  }

  /** An entry stays with its event, which therefore may be looked up before it is locked. */
  private DistributionEvent eventOfEntry(Transaction transaction, int id, Permission permission) {
    int event =
        entries
            .eventOf(transaction, id)
            .orElseThrow(() -> BadUserInput.doesNotExist("PackingListEntry", id));
    return events.lockOpen(transaction, event, permission);
  }

  private PackingListEntryRecord entry(Transaction transaction, int id) {
    return entries
        .lock(transaction, id)
        .orElseThrow(() -> BadUserInput.doesNotExist("PackingListEntry", id));
  }

  private static ProductRecord productOf(
      DistributionEvent event, Map<Integer, ProductRecord> found, int id) {
    ProductRecord product = product(found, id);
    if (product.getBaseId() != event.baseId()) {
      throw new BadUserInput("The product '" + id + "' is not of the event's base.");
    }
    return product;
  }

  private static ProductRecord product(Map<Integer, ProductRecord> found, int id) {
    ProductRecord product = found.get(id);
    if (product == null) {
      throw BadUserInput.doesNotExist("Product", id);
    }
    return product;
  }

  private static void requireNotDeleted(ProductRecord product) {
    if (product.getDeletedOn() != null) {
      throw new BadUserInput("The product '" + product.getId() + "' is deleted.");
    }
  }
}
