/**
 * What is in stock: boxes, the locations they stand at, the QR codes that lead to them and what
 * happened to them. Who may use a box that is on its way between two bases follows from its
 * shipment, so this room reads the shipments' tables for that one rule ({@link
 * org.boxtribute.server.warehouse.BoxAccess}); all else about shipments and distribution events is
 * in the rooms below.
 *
 * <p>This is the largest room, for a box can be written in many ways. Each way has a service, with
 * its input as a record beside it:
 *
 * <ul>
 *   <li>one box: {@code BoxCreationService}, {@code BoxUpdateService}, {@code BoxSplitService}.
 *       What they share are the rules of what a box refers to ({@code BoxReferences}, which also
 *       gives the order of locks), where it is put ({@code BoxPlacement}), what it holds ({@code
 *       BoxContents}), its tags ({@code BoxTags}, {@code ChosenTags}) and how its changes are told
 *       ({@code BoxChangeLog});
 *   <li>many boxes: {@code BoxBulkService} deletes, moves and tags them, {@code
 *       BoxBulkCreationService} creates and fills them, each by as many statements for a thousand
 *       as for two;
 *   <li>{@code NewBoxes} stores the new boxes of all of these, with labels of their own ({@code
 *       BoxLabels}).
 * </ul>
 */
@NullMarked
package org.boxtribute.server.warehouse;

import org.jspecify.annotations.NullMarked;
