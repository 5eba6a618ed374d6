package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_READ;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;

/**
 * The boxes that QR codes lead to, by the codes' ids: members of the union BoxResult, so that a box
 * that the user may not see is answered by the reason.
 */
@Singleton
final class QrCodeBoxLoader implements OldLoader<Integer, Object> {
  private final BoxRepository boxes;
  private final BoxAccess access;
  private final Refusals refusals;

  QrCodeBoxLoader(BoxRepository boxes, BoxAccess access, Refusals refusals) {
    this.boxes = boxes;
    this.access = access;
    this.refusals = refusals;
  }

  @Override
  public Map<Integer, Object> load(Set<Integer> qrCodes, CurrentUser user) {
    Map<Integer, BoxRecord> found = boxes.byQrCode(qrCodes);
    Map<Integer, UserError> refused =
        refusals.asData(access.refusals(user, STOCK_READ, found.values()));
    Map<Integer, Object> answers = new HashMap<>();
    found.forEach(
        (qrCode, box) -> {
          UserError refusal = refused.get(box.getId());
          answers.put(qrCode, refusal == null ? box : refusal);
        });
    return answers;
  }
}
