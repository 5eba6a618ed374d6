package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_RELATION_READ;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** The look-ups of tags. */
@Singleton
final class TagLoaders {

  /** The tags of bases that fit a use. */
  final Loader<Loader.Keyed<TagUse, Integer>, List<TagRecord>> tagsOfBases;

  /** When tags were attached for the last time. */
  final Loader<Integer, Instant> lastUsedOn;

  TagLoaders(TagRepository tags, TagRelations relations) {
    this.tagsOfBases = Loader.withArguments(tags::ofBases);
    this.lastUsedOn = Loader.of(relations::lastUsedOn).requiring(TAG_RELATION_READ);
  }
}
