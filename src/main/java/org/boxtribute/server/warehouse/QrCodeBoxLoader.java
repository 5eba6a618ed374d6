package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_READ;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.Refusals;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.UserError;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/**
 * The boxes that QR codes lead to, by the codes' ids: members of the union BoxResult, so that a box
 * that the user may not see is answered by the reason.
 */
@Singleton
final class QrCodeBoxLoader implements Loader<Integer, Object> {
  private final BoxRepository boxes;
  private final BoxAccess access;
  private final Refusals refusals;

  QrCodeBoxLoader(BoxRepository boxes, BoxAccess access, Refusals refusals) {
    this.boxes = boxes;
    this.access = access;
    this.refusals = refusals;
  }

  @Override
  public Map<Integer, Object> load(Set<Integer> qrCodes, RequestContext request) {
    Map<Integer, BoxRecord> found = boxes.byQrCode(qrCodes);
    Map<Integer, UserError> refused =
        refusals.asData(access.refusals(request.user(), STOCK_READ, found.values()));
    Map<Integer, Object> answers = new HashMap<>();
    found.forEach(
        (qrCode, box) -> {
          UserError refusal = refused.get(box.getId());
          answers.put(qrCode, refusal == null ? box : refusal);
        });
    return answers;
  }
}
