/**
 * Compares what this server has with the facts that it must match: the schemas of the three APIs,
 * the tables and columns of the database, who may see which field, and a database of the
 * predecessor's with data in it. They are the test resources in the folder {@code contract}, and
 * change only when the contract does. What guarded fields answer to whom is written down in this
 * package; the contract only tells whether one of them was forgotten.
 */
@NullMarked
package org.boxtribute.server.contract;

import org.jspecify.annotations.NullMarked;
