/**
 * How GraphQL runs: the assembly of the schemas, the bindings of fields to Java, loaders,
 * execution, paging, scalars and the mapping of failures to errors. Knows no domain: a domain room
 * tells it through a {@link org.boxtribute.server.graphql.binding.FieldBindings} bean how its
 * fields get their values.
 */
@NullMarked
package org.boxtribute.server.graphql;

import org.jspecify.annotations.NullMarked;
