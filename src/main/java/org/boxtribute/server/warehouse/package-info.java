/**
 * What is in stock: boxes, the locations they stand at, the QR codes that lead to them and what
 * happened to them. Who may use a box that is on its way between two bases follows from its
 * shipment, so this room reads the shipments' tables for that one rule ({@link
 * org.boxtribute.server.warehouse.BoxAccess}); all else about shipments and distribution events is
 * in the rooms below.
 */
@NullMarked
package org.boxtribute.server.warehouse;

import org.jspecify.annotations.NullMarked;
