/**
 * Links by which a base shows some of its views to people without a login, and what these people
 * see then.
 */
@NullMarked
package org.boxtribute.server.sharing;

import org.jspecify.annotations.NullMarked;
