package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.jspecify.annotations.Nullable;

/** The root query fields about boxes, classic locations and QR codes. */
@Singleton
final class WarehouseQueries implements FieldBindings {
  private final BoxRepository boxes;
  private final BoxAccess access;
  private final LocationRepository locations;
  private final QrCodeRepository qrCodes;

  WarehouseQueries(
      BoxRepository boxes,
      BoxAccess access,
      LocationRepository locations,
      QrCodeRepository qrCodes) {
    this.boxes = boxes;
    this.access = access;
    this.locations = locations;
    this.qrCodes = qrCodes;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.found("box", this::box).guardedBy(access.to(STOCK_READ));
    query
        .fetch(
            "boxes",
            (arguments, user) -> boxes.ofBase(arguments.id("baseId"), BoxSelection.from(arguments)))
        .guardedBy(requires(STOCK_READ).inBase(arguments -> arguments.id("baseId")));
    query
        .found("location", this::location)
        .guardedBy(requires(LOCATION_READ).inBase(LocationRecord::getBaseId));
    query.list("locations", LOCATION_READ, (scope, arguments) -> locations.classicWithin(scope));
    query.found("qrCode", this::qrCode).guardedBy(requires(QR_READ).anywhere());
    query
        .fetch("qrExists", (arguments, user) -> qrExists(arguments))
        .guardedBy(requires(QR_READ).anywhere());
  }

  private BoxRecord box(Arguments arguments) {
    String label = arguments.requiredText("labelIdentifier");
    return boxes.find(label).orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
  }

  /** A location of another type is none, as everyone may be told. */
  private @Nullable LocationRecord location(Arguments arguments) {
    int id = arguments.id("id");
    LocationRecord location =
        locations.find(id).orElseThrow(() -> BadUserInput.doesNotExist("ClassicLocation", id));
    return location.getType() == LocationType.CLASSIC_LOCATION ? location : null;
  }

  private QrCodeRecord qrCode(Arguments arguments) {
    return qrCodes
        .find(arguments.requiredText("code"))
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(null, "QrCode")));
  }

  private boolean qrExists(Arguments arguments) {
    String code = arguments.text("code");
    return code != null && qrCodes.exists(code);
  }
}
