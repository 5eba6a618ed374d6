package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.QR_CREATE;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagError.TagBaseMismatchError;
import org.boxtribute.server.tag.TagError.TagTypeMismatchError;
import org.boxtribute.server.warehouse.BoxError.DeletedBoxError;
import org.boxtribute.server.warehouse.BoxError.DeletedLocationError;
import org.boxtribute.server.warehouse.BoxError.InvalidBoxStateError;
import org.boxtribute.server.warehouse.BoxError.InvalidNumberOfItemsError;
import org.boxtribute.server.warehouse.BoxError.ProductLocationBaseMismatchError;
import org.boxtribute.server.warehouse.TagEligibility.TagErrorInfo;

/** The root mutation fields about boxes and their QR codes, and the fields of their results. */
@Singleton
final class BoxMutations implements FieldBindings {
  private static final Requirement<Object> MAY_WRITE = requires(STOCK_WRITE).anywhere();
  private static final Requirement<Object> MAY_CHANGE_TAGS =
      MAY_WRITE.and(requires(TAG_RELATION_ASSIGN).anywhere());
  private static final Requirement<Object> MAY_CREATE =
      MAY_WRITE
          .and(requires(LOCATION_READ).anywhere())
          .and(requires(PRODUCT_READ).anywhere())
          .and(requires(TAG_RELATION_ASSIGN).anywhere());

  private final BoxCreationService creations;
  private final BoxListService lists;
  private final BoxService boxes;
  private final BoxSplitService splits;
  private final BoxTagService tags;
  private final QrCodeService qrCodes;

  BoxMutations(
      BoxCreationService creations,
      BoxListService lists,
      BoxService boxes,
      BoxSplitService splits,
      BoxTagService tags,
      QrCodeService qrCodes) {
    this.creations = creations;
    this.lists = lists;
    this.boxes = boxes;
    this.splits = splits;
    this.tags = tags;
    this.qrCodes = qrCodes;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    mutation
        .write("createBox", "creationInput", BoxCreation::from, creations::create)
        .guardedBy(MAY_CREATE);
    mutation
        .write("createBoxFromBox", "creationInput", BoxSplitService.Split::from, splits::split)
        .guardedBy(MAY_WRITE);
    mutation
        .write("updateBox", "updateInput", BoxUpdate::from, boxes::update)
        .guardedBy(MAY_CHANGE_TAGS);
    mutation
        .write(
            "updateMarkedForShipmentBox",
            "updateInput",
            BoxUpdate::ofAmounts,
            boxes::updateMarkedForShipment)
        .guardedBy(MAY_WRITE);
    mutation
        .write(
            "createBoxes",
            arguments ->
                arguments.requiredInputs("creationInput").stream().map(BoxAddition::from).toList(),
            lists::add)
        .guardedBy(MAY_CHANGE_TAGS);
    mutation.write("deleteBoxes", BoxInputs::labels, boxes::delete).guardedBy(MAY_WRITE);
    mutation
        .write("moveBoxesToLocation", "updateInput", BoxService.Move::from, boxes::move)
        .guardedBy(MAY_WRITE);
    mutation.write(
        "assignTagsToBoxes",
        "updateInput",
        BoxTagService.Request::from,
        tags::attach,
        tags::described);
    mutation.write(
        "unassignTagsFromBoxes",
        "updateInput",
        BoxTagService.Request::from,
        tags::detach,
        tags::described);
    mutation
        .write("createQrCode", BoxMutations::label, qrCodes::create)
        .guardedBy(requires(QR_CREATE).anywhere());

    bindResults(bindings);
    bindErrors(bindings);
  }

  private static Optional<String> label(Arguments arguments) {
    return Optional.ofNullable(arguments.text("boxLabelIdentifier"));
  }

  private static void bindResults(Bindings bindings) {
    ObjectBinding<BoxesResult> result = bindings.object("BoxesResult", BoxesResult.class);
    result.value("updatedBoxes", BoxesResult::updatedBoxes);
    result.value("invalidBoxLabelIdentifiers", BoxesResult::invalidLabelIdentifiers);

    ObjectBinding<BoxTagService.Answer> answer =
        bindings.object("BoxesTagsOperationResult", BoxTagService.Answer.class);
    answer.value("updatedBoxes", given -> given.boxes().updatedBoxes());
    answer.value("invalidBoxLabelIdentifiers", given -> given.boxes().invalidLabelIdentifiers());
    answer.value("tagErrorInfo", BoxTagService.Answer::tagErrors);

    ObjectBinding<TagErrorInfo> info = bindings.object("TagErrorInfo", TagErrorInfo.class);
    info.value("id", TagErrorInfo::id);
    info.value("error", TagErrorInfo::error);
  }

  private static void bindErrors(Bindings bindings) {
    bindings
        .error(DeletedBoxError.class)
        .value("labelIdentifier", DeletedBoxError::labelIdentifier);
    bindings.error(DeletedLocationError.class).value("name", DeletedLocationError::name);
    bindings.error(InvalidBoxStateError.class).value("state", InvalidBoxStateError::state);
    bindings
        .error(InvalidNumberOfItemsError.class)
        .value("numberOfItems", InvalidNumberOfItemsError::numberOfItems);
    bindings.error(ProductLocationBaseMismatchError.class).value("_", error -> null);
    bindings.error(TagBaseMismatchError.class).value("_", error -> null);
    bindings
        .error(TagTypeMismatchError.class)
        .value("expectedType", TagTypeMismatchError::expectedType);
  }
}
