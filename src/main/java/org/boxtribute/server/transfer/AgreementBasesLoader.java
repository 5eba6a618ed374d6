package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.organisation.BaseFilter;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.security.CurrentUser;

/** The bases of one side of agreements, keyed by their ids: all sides are read at once. */
@Singleton
final class AgreementBasesLoader
    implements OldArgumentLoader<BaseFilter, Set<Integer>, List<BaseRecord>> {
  private final BaseRepository bases;

  AgreementBasesLoader(BaseRepository bases) {
    this.bases = bases;
  }

  @Override
  public Map<Set<Integer>, List<BaseRecord>> load(
      BaseFilter filter, Set<Set<Integer>> sides, CurrentUser user) {
    Map<Integer, BaseRecord> byId =
        bases.byId(sides.stream().flatMap(Collection::stream).collect(Collectors.toSet()));
    Map<Set<Integer>, List<BaseRecord>> answers = new HashMap<>();
    for (Set<Integer> side : sides) {
      answers.put(
          side,
          side.stream()
              .sorted()
              .map(byId::get)
              .filter(Objects::nonNull)
              .filter(base -> filter.includeDeleted() || base.getDeletedOn() == null)
              .toList());
    }
    return answers;
  }
}
