package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.BASE_READ;

import java.util.List;
import java.util.Set;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Forbidden;

/** Which way a shipment goes, seen from a base. */
enum ShipmentDirection implements ApiEnum {
  INCOMING,
  OUTGOING,
  INDETERMINATE;

  /**
   * The direction seen from a base or, where the shipment has nothing to do with that base, from
   * the user's other bases.
   *
   * @throws Forbidden if the shipment has nothing to do with these either
   */
  static ShipmentDirection of(ShipmentRecord shipment, int base, CurrentUser user) {
    int source = shipment.getSourceBaseId();
    int target = shipment.getTargetBaseId();
    if (source == base) {
      return OUTGOING;
    }
    if (target == base) {
      return INCOMING;
    }
    if (user.isGod()) {
      return INDETERMINATE;
    }
    Set<Integer> ownBases = user.bases(BASE_READ);
    boolean leavesOwnBase = ownBases.contains(source);
    boolean reachesOwnBase = ownBases.contains(target);
    if (leavesOwnBase && reachesOwnBase) {
      return INDETERMINATE;
    }
    if (!leavesOwnBase && !reachesOwnBase) {
      throw Forbidden.bases(List.of(source, target));
    }
    return leavesOwnBase ? OUTGOING : INCOMING;
  }
}
