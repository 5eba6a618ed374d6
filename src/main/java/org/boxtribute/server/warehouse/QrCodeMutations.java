package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.QR_CREATE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root mutation fields about QR codes. */
@Singleton
final class QrCodeMutations implements FieldBindings {
  private final QrCodeService service;

  QrCodeMutations(QrCodeService service) {
    this.service = service;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings
        .mutation()
        .fetch("createQrCode", this::createQrCode)
        .guardedBy(requires(QR_CREATE).anywhere());
  }

  private QrCodeRecord createQrCode(Arguments arguments, CurrentUser user) {
    return service.create(user, arguments.text("boxLabelIdentifier"));
  }
}
