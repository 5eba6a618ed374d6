package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.security.CurrentUser;

/** QR codes by id, for users who may read QR codes. */
@Singleton
final class QrCodeLoader implements OldLoader<Integer, QrCodeRecord> {
  private final QrCodeRepository qrCodes;

  QrCodeLoader(QrCodeRepository qrCodes) {
    this.qrCodes = qrCodes;
  }

  @Override
  public Map<Integer, QrCodeRecord> load(Set<Integer> ids, CurrentUser user) {
    requires(QR_READ).anywhere().check(user, ids);
    return qrCodes.byId(ids);
  }
}
