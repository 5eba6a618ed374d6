package org.boxtribute.server.transfer;

import org.boxtribute.server.testing.TestUser;

/**
 * A base that a test made for itself, with what boxes need there.
 *
 * @param user the id of the user who works there
 */
record Site(int organisation, int base, int location, int product, int tag, int user) {

  /** Who holds all permissions there. */
  TestUser coordinator() {
    return TestUser.coordinator(user, organisation, base);
  }
}
