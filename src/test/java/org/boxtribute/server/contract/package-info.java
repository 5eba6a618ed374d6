/**
 * Compares what this server has with the facts that it must match. They are read from the folder
 * that the system property {@code contract} names; without it these tests are skipped.
 */
@NullMarked
package org.boxtribute.server.contract;

import org.jspecify.annotations.NullMarked;
