package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.tag.TagError.DeletedTagError;
import org.boxtribute.server.tag.TagError.InvalidColorError;

/**
 * The fields of the type Tag and of the results of its mutations, and those that lead to tags from
 * above.
 */
@Singleton
final class TagFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final TagLoaders loaders;

  TagFields(OrganisationLoaders organisation, TagLoaders loaders) {
    this.organisation = organisation;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(TagType.class);
    bindings.enumeration(TaggableResourceType.class);
    ObjectBinding<TagRecord> tag = bindings.object("Tag", TagRecord.class);
    tag.column("id", TAG.ID);
    tag.column("name", TAG.NAME);
    tag.column("description", TAG.DESCRIPTION);
    tag.column("color", TAG.COLOR);
    tag.column("type", TAG.TYPE);
    tag.load("base", TagRecord::getBaseId, organisation.bases)
        .guardedBy(requires(BASE_READ).inBase(TagRecord::getBaseId));
    tag.load("lastUsedOn", TagRecord::getId, loaders.lastUsedOn);
    tag.column("createdOn", TAG.CREATED_ON);
    tag.load("createdBy", TagRecord::getCreatedBy, organisation.users);
    tag.column("lastModifiedOn", TAG.LAST_MODIFIED_ON);
    tag.load("lastModifiedBy", TagRecord::getLastModifiedBy, organisation.users);
    tag.column("deletedOn", TAG.DELETED_ON);

    ObjectBinding<TagsResult> result = bindings.object("TagsResult", TagsResult.class);
    result.value("updatedTags", TagsResult::updatedTags);
    result.value("invalidTagIds", TagsResult::invalidTagIds);

    bindings.error(DeletedTagError.class).value("name", DeletedTagError::name);
    bindings.error(InvalidColorError.class).value("color", InvalidColorError::color);

    bindings
        .extend("Base", BaseRecord.class)
        .loadList("tags", BaseRecord::getId, TagUse::from, loaders.tagsOfBases)
        .guardedBy(requires(TAG_READ).inBase(BaseRecord::getId));
  }
}
