/**
 * What is in stock: boxes, the locations they stand at, the QR codes that lead to them and what
 * happened to them. Who may use a box that is on its way between two bases follows from its
 * shipment, so this room reads the shipments' tables for that one rule ({@link
 * org.boxtribute.server.warehouse.BoxAccess}); all else about shipments and distribution events is
 * in the rooms below.
 *
 * <p>This is the largest room, for boxes can be written in many ways. All of them, and the writes
 * of the rooms below, go through {@link org.boxtribute.server.warehouse.Boxes}, the room's face:
 * what is locked there and changed is told to the history ({@code BoxChangeLog}) and stored, many
 * boxes by as few statements as one. The ways have a service each:
 *
 * <ul>
 *   <li>{@code BoxService} updates, moves and deletes;
 *   <li>{@code BoxTagService} changes the tags;
 *   <li>{@code BoxCreationService} creates a box, {@code BoxListService} those of a list, or adds
 *       items to them, and {@code BoxSplitService} makes a box of a part of another;
 *   <li>{@code QrCodeService} puts a code on a box.
 * </ul>
 *
 * <p>What they share: {@code BoxReferences} finds what boxes are to refer to, and gives the order
 * of locks; {@code BoxPlacement} has the rules of where a box is put, {@code BoxContents} and
 * {@code SizeNames} those of what it holds, {@code TagEligibility} those of the tags that many
 * boxes get; {@code NewBoxes} stores new boxes with labels of their own ({@code BoxLabels}).
 */
@NullMarked
package org.boxtribute.server.warehouse;

import org.jspecify.annotations.NullMarked;
