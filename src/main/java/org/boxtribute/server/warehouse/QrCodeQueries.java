package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.Rejection;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.graphql.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;

/** The root query fields about QR codes. */
@Singleton
final class QrCodeQueries implements FieldBindings {
  private final QrCodeRepository qrCodes;

  QrCodeQueries(QrCodeRepository qrCodes) {
    this.qrCodes = qrCodes;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding query = bindings.query();
    query.fetch("qrCode", this::qrCode).guardedBy(requires(QR_READ).anywhere()).failuresAsData();
    query.fetch("qrExists", this::qrExists).guardedBy(requires(QR_READ).anywhere());
  }

  private QrCodeRecord qrCode(Arguments arguments, RequestContext request) {
    return qrCodes
        .find(arguments.requiredText("code"))
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(null, "QrCode")));
  }

  private boolean qrExists(Arguments arguments, RequestContext request) {
    String code = arguments.text("code");
    return code != null && qrCodes.exists(code);
  }
}
