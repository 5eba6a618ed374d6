/**
 * Compares what this server has with the facts that it must match. They are read from the folder
 * that the system property {@code contract} names; without it these tests are skipped. What guarded
 * fields answer to whom is written down here, and needs the folder only to tell whether one of them
 * was forgotten.
 */
@NullMarked
package org.boxtribute.server.contract;

import org.jspecify.annotations.NullMarked;
