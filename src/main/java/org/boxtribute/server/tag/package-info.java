/**
 * Tags, and when they were used. What a tag is attached to lives in rooms below, so a resource's
 * tags, and a tag's resources, are bound there.
 */
@NullMarked
package org.boxtribute.server.tag;

import org.jspecify.annotations.NullMarked;
