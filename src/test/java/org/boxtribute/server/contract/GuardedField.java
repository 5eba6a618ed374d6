package org.boxtribute.server.contract;

import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.TestUser;
import org.jspecify.annotations.Nullable;

/**
 * A guarded field, a document that reaches it, and what is seen of it by those who may not read it.
 *
 * @param name the type and the field
 * @param permission what guards the field; null where it is for the user themselves
 * @param document asks for the field and for others beside it that nothing guards
 * @param path where the field's values stand in the answer's data; a star stands for all elements
 *     of a list. Where a value is null for everyone, nothing is expected of the guard.
 * @param without what is seen without the permission
 * @param elsewhere what is seen with the permission for another base only
 * @param stranger a user with all permissions, of another organisation
 * @param byStranger what they see
 */
record GuardedField(
    String name,
    @Nullable Permission permission,
    String document,
    String path,
    Seen without,
    Seen elsewhere,
    TestUser stranger,
    Seen byStranger) {

  @Override
  public String toString() {
    return name + (permission == null ? "" : " " + permission) + " in " + document;
  }
}
