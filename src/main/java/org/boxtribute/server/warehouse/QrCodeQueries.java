package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about QR codes. */
@Singleton
final class QrCodeQueries implements FieldBindings {
  private final QrCodeRepository qrCodes;

  QrCodeQueries(QrCodeRepository qrCodes) {
    this.qrCodes = qrCodes;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("qrCode", this::qrCode).guardedBy(requires(QR_READ).anywhere());
    query.fetch("qrExists", this::qrExists).guardedBy(requires(QR_READ).anywhere());
  }

  private QrCodeRecord qrCode(Arguments arguments, CurrentUser user) {
    return qrCodes
        .find(arguments.requiredText("code"))
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(null, "QrCode")));
  }

  private boolean qrExists(Arguments arguments, CurrentUser user) {
    String code = arguments.text("code");
    return code != null && qrCodes.exists(code);
  }
}
