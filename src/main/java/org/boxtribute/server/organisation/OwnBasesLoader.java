package org.boxtribute.server.organisation;

import static java.util.stream.Collectors.toMap;
import static org.boxtribute.server.security.Permission.BASE_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;

/** The bases of the user who asks, by that user's id. */
@Singleton
final class OwnBasesLoader implements Loader<Integer, List<BaseRecord>> {
  private static final BaseFilter ALL = new BaseFilter(true);

  private final BaseRepository bases;

  OwnBasesLoader(BaseRepository bases) {
    this.bases = bases;
  }

  @Override
  public Map<Integer, List<BaseRecord>> load(Set<Integer> users, RequestContext request) {
    List<BaseRecord> own = bases.within(request.user().scope(BASE_READ), ALL);
    return users.stream().collect(toMap(Function.identity(), user -> own));
  }
}
