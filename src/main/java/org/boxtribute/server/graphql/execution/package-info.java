/**
 * An execution strategy for graphql-java that visits all objects of a level field by field.
 *
 * <p>graphql-java's own strategy goes through the response object by object and makes a future, a
 * path and a step info for each of its fields. Here a field of a selection is looked up once, its
 * arguments are read once, and its values are fetched in one loop over all objects of the level
 * that have it; the keys that a level's fields look up are collected, and one batch for each loader
 * is sent, the batches side by side. An object that occurs at many places is completed once where
 * its fields depend on nothing but the object.
 *
 * <p>{@link BreadthFirstExecutionStrategy} is the entrance. {@link SelectionPlan} and {@link
 * FieldPlan} hold what is known before any value is. A {@link Level} has a {@link Group} of objects
 * for each selection, and each field of a group is a {@link Column}: it fetches the values, by
 * itself or through {@link Answers}, and a {@link Completion} makes of them what the response shows
 * in {@link ResultObject}s. {@link Settlement} turns what failed into errors and nulls at the end.
 * A fetcher of any kind works; {@link SourceFetcher}, {@link BatchedFetcher} and {@link
 * BlockingFetcher} are the kinds that need no environment made for each value. Nothing here knows a
 * domain, a user or SQL.
 */
@NullMarked
package org.boxtribute.server.graphql.execution;

import org.jspecify.annotations.NullMarked;
