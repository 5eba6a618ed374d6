package org.boxtribute.server.organisation;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.graphql.error.UserError.InsufficientPermissionError;
import org.boxtribute.server.organisation.BaseRepository.BaseNames;
import org.boxtribute.server.organisation.OrganisationError.UnauthorizedForBaseError;
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
  public <K> Map<K, UserError> asData(Map<K, Forbidden> refusals) {
    Set<Integer> refused =
        refusals.values().stream()
            .map(Forbidden::base)
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .collect(toSet());
    Map<Integer, BaseNames> names = refused.isEmpty() ? Map.of() : bases.names(refused);
    Map<K, UserError> errors = new HashMap<>();
    refusals.forEach((key, refusal) -> errors.put(key, asData(refusal, names)));
    return errors;
  }

  @Override
  public UserError asData(Forbidden refusal) {
    Map<Forbidden, UserError> errors = asData(Map.of(refusal, refusal));
    return errors.values().iterator().next();
  }

  private static UserError asData(Forbidden refusal, Map<Integer, BaseNames> names) {
    if (refusal.missingPermission().isPresent()) {
      return new InsufficientPermissionError(refusal.missingPermission().get().apiName());
    }
    int base = refusal.base().orElseThrow(() -> refusal);
    BaseNames ofBase = names.getOrDefault(base, UNKNOWN);
    return new UnauthorizedForBaseError(base, ofBase.base(), ofBase.organisation());
  }
}
