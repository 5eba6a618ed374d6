package org.boxtribute.server.organisation;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Refusals;
import org.boxtribute.server.graphql.UserError;
import org.boxtribute.server.graphql.UserError.InsufficientPermissionError;
import org.boxtribute.server.graphql.UserError.UnauthorizedForBaseError;
import org.boxtribute.server.organisation.BaseRepository.BaseNames;
import org.boxtribute.server.security.Forbidden;

/** Describes refusals with the names of the base and of its organisation. */
@Singleton
final class OrganisationRefusals implements Refusals {
  private static final BaseNames UNKNOWN = new BaseNames("", "");

  private final BaseRepository bases;

  OrganisationRefusals(BaseRepository bases) {
    this.bases = bases;
  }

  @Override
  public UserError asData(Forbidden refusal) {
    if (refusal.missingPermission().isPresent()) {
      return new InsufficientPermissionError(refusal.missingPermission().get().apiName());
    }
    int base = refusal.base().orElseThrow(() -> refusal);
    BaseNames names = bases.names(base).orElse(UNKNOWN);
    return new UnauthorizedForBaseError(base, names.base(), names.organisation());
  }
}
