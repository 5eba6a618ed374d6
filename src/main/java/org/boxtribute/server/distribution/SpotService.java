package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.warehouse.LocationRepository;
import org.boxtribute.server.warehouse.LocationType;

/** The rules of distribution spots, which are locations of their own type. */
@Singleton
final class SpotService {
  private final BaseRepository bases;
  private final LocationRepository locations;

  SpotService(BaseRepository bases, LocationRepository locations) {
    this.bases = bases;
    this.locations = locations;
  }

  /** Adds a spot to a base that is not deleted. */
  LocationRecord create(Transaction transaction, SpotCreation creation) {
    BaseRecord base = bases.lockForShare(transaction, Set.of(creation.base())).get(creation.base());
    if (base == null) {
      throw BadUserInput.doesNotExist("Base", creation.base());
    }
    if (base.getDeletedOn() != null) {
      throw new BadUserInput("The base '" + creation.base() + "' is deleted.");
    }
    LocationRecord spot = new LocationRecord();
    spot.setBaseId(creation.base());
    spot.setType(LocationType.DISTRIBUTION_SPOT);
    spot.setName(creation.name());
    spot.setDescription(creation.comment());
    spot.setLatitude(creation.latitude());
    spot.setLongitude(creation.longitude());
    spot.setCreatedOn(transaction.now());
    spot.setCreatedBy(transaction.user().id());
    spot.setLastModifiedOn(transaction.now());
    spot.setLastModifiedBy(transaction.user().id());
    return locations.insert(transaction, spot);
  }
}
