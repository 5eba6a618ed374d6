/**
 * How GraphQL runs. {@link org.boxtribute.server.graphql.GraphQlEngine} executes requests, with
 * what the packages below have:
 *
 * <ul>
 *   <li>{@code schema}: SDL and bindings made into schemas, and inspected;
 *   <li>{@code document}: the cache and the limits of documents, and the variables;
 *   <li>{@code binding}: what rooms bind fields, loaders, queries and writes with;
 *   <li>{@code execution}: the strategy, which goes through an answer level by level;
 *   <li>{@code paging}: long lists;
 *   <li>{@code error}: failures, and what clients are told of them.
 * </ul>
 *
 * <p>None of them knows a domain, or this package: a room tells through a {@link
 * org.boxtribute.server.graphql.binding.FieldBindings} bean how its fields get their values.
 */
@NullMarked
package org.boxtribute.server.graphql;

import org.jspecify.annotations.NullMarked;
