package org.boxtribute.server.distribution;

import org.boxtribute.server.testing.TestUser;

/**
 * A base that a test made for itself, with what distributions need there.
 *
 * @param spot the id of a distribution spot
 */
record DistributionBase(int base, int shelf, int spot, int product) {

  /** Who holds all permissions there. */
  TestUser coordinator() {
    return TestUser.coordinator(3, 1, base);
  }

  /** Who holds some permissions there, and no others. */
  TestUser holding(String... permissions) {
    return TestUser.with(permissions).in(base);
  }
}
