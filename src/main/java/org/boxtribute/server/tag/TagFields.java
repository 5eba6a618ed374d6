package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.ObjectBinding;
import org.boxtribute.server.graphql.UserError.DeletedTagError;
import org.boxtribute.server.graphql.UserError.InvalidColorError;
import org.boxtribute.server.organisation.BaseLoader;
import org.boxtribute.server.organisation.UserLoader;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/**
 * The fields of the type Tag and of the results of its mutations, and those that lead to tags from
 * above.
 */
@Singleton
final class TagFields implements FieldBindings {
  private final BaseLoader bases;
  private final UserLoader users;
  private final BaseTagsLoader tagsOfBases;
  private final TagLastUsedOnLoader lastUsedOn;

  TagFields(
      BaseLoader bases,
      UserLoader users,
      BaseTagsLoader tagsOfBases,
      TagLastUsedOnLoader lastUsedOn) {
    this.bases = bases;
    this.users = users;
    this.tagsOfBases = tagsOfBases;
    this.lastUsedOn = lastUsedOn;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<TagRecord> tag = bindings.object("Tag", TagRecord.class);
    tag.column("id", TAG.ID);
    tag.column("name", TAG.NAME);
    tag.column("description", TAG.DESCRIPTION);
    tag.column("color", TAG.COLOR);
    tag.column("type", TAG.TYPE);
    tag.load("base", TagRecord::getBaseId, bases)
        .guardedBy(requires(BASE_READ).inBase(TagRecord::getBaseId));
    tag.load("lastUsedOn", TagRecord::getId, lastUsedOn);
    tag.column("createdOn", TAG.CREATED_ON);
    tag.load("createdBy", TagRecord::getCreatedBy, users);
    tag.column("lastModifiedOn", TAG.LAST_MODIFIED_ON);
    tag.load("lastModifiedBy", TagRecord::getLastModifiedBy, users);
    tag.column("deletedOn", TAG.DELETED_ON);

    ObjectBinding<TagsResult> result = bindings.object("TagsResult", TagsResult.class);
    result.value("updatedTags", TagsResult::updatedTags);
    result.value("invalidTagIds", TagsResult::invalidTagIds);

    bindings.object("DeletedTagError", DeletedTagError.class).value("name", DeletedTagError::name);
    bindings
        .object("InvalidColorError", InvalidColorError.class)
        .value("color", InvalidColorError::color);

    bindings
        .extend("Base", BaseRecord.class)
        .loadList("tags", BaseRecord::getId, TagUse::from, tagsOfBases)
        .guardedBy(requires(TAG_READ).inBase(BaseRecord::getId));
  }
}
