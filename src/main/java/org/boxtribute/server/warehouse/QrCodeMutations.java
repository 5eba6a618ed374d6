package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.QR_CREATE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;

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

  private QrCodeRecord createQrCode(Arguments arguments, RequestContext request) {
    return service.create(request.user(), arguments.text("boxLabelIdentifier"));
  }
}
