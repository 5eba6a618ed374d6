/**
 * Who asks, and what they may do: access tokens are verified and become a {@link
 * org.boxtribute.server.security.CurrentUser}, whose {@link
 * org.boxtribute.server.security.Permission}s are compared with the {@link
 * org.boxtribute.server.security.Requirement}s that stand beside the protected fields. Everything
 * here is plain and blocking, and knows neither HTTP requests nor GraphQL nor SQL: rules get the
 * user and the row as arguments, and a row's bases have been loaded before a rule looks at them.
 */
@NullMarked
package org.boxtribute.server.security;

import org.jspecify.annotations.NullMarked;
