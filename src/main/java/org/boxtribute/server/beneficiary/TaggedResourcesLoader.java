package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;
import org.jooq.Record;

/**
 * The boxes, and the beneficiaries whom the user may see, that tags are attached to, ordered by id.
 * For users who may read both what tags are attached to, and beneficiaries.
 */
@Singleton
final class TaggedResourcesLoader implements OldLoader<Integer, List<Record>> {
  private final BeneficiaryRepository beneficiaries;

  TaggedResourcesLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, List<Record>> load(Set<Integer> tags, CurrentUser user) {
    requires(TAG_RELATION_READ).anywhere().check(user, tags);
    Map<Integer, List<BeneficiaryRecord>> people =
        beneficiaries.withTags(tags, user.scope(BENEFICIARY_READ));
    Map<Integer, List<BoxRecord>> boxes = beneficiaries.boxesWithTags(tags);
    Map<Integer, List<Record>> resources = new HashMap<>();
    for (Integer tag : tags) {
      resources.put(
          tag, merged(boxes.getOrDefault(tag, List.of()), people.getOrDefault(tag, List.of())));
    }
    return resources;
  }

  private static List<Record> merged(List<BoxRecord> boxes, List<BeneficiaryRecord> people) {
    return Stream.concat(
            boxes.stream().map(box -> new Resource(box.getId(), box)),
            people.stream().map(person -> new Resource(person.getId(), person)))
        .sorted(Comparator.comparingInt(Resource::id))
        .map(Resource::row)
        .toList();
  }

  private record Resource(int id, Record row) {}
}
