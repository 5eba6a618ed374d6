/**
 * Tags, and what they are attached to: {@link org.boxtribute.server.tag.TagRelations} attaches and
 * takes off for resources of any kind. The resources themselves live in rooms below, so their tags,
 * and a tag's resources, are bound there.
 */
@NullMarked
package org.boxtribute.server.tag;

import org.jspecify.annotations.NullMarked;
