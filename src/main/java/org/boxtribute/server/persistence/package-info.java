/**
 * How SQL runs: the configuration that operators give, data sources, the SQL dialect, the guard of
 * the event loop, transactions and the change history. Knows no domain; the statements themselves
 * are in the repositories of the domain rooms. The generated classes of the schema are in the
 * package {@code schema} below this one.
 *
 * <h2>How a write is written</h2>
 *
 * A room that lets its things be changed has, taking tags as the example:
 *
 * <ul>
 *   <li>{@code tag-mutations.graphqls}, which extends the type Mutation and has the inputs. The
 *       types of the answers are in {@code tag.graphqls}, for the query-only API shows them too.
 *   <li>{@code TagMutations}, which binds each root field: {@code mutation.fetch("createTag",
 *       this::createTag)}. A rule about the arguments alone stands there ({@code guardedBy}). Where
 *       the field's union has members for refusals and rejections, {@code failuresAsData()} makes
 *       them such. Its methods read the input, call the service, and do no more.
 *   <li>{@code TagCreation}, {@code TagUpdate}: one record for each input, read once. A text is
 *       read with the column that is to hold it ({@code input.text("name", TAG.NAME)}), which
 *       refuses what the column cannot hold. What no union has a member for is a BadUserInput that
 *       names the field.
 *   <li>{@code TagService}, which has the rules. Each of its methods is one {@link
 *       org.boxtribute.server.persistence.Transactions#run transaction}, made of these steps:
 *       <ol>
 *         <li>Lock the rows that the decision rests on, by statements {@code for update} ({@code
 *             for share}, where a row is only referred to), always in the same order: the upper
 *             room's rows first, rows of one table by id.
 *         <li>Check what depends on them: whether they exist, the user's permission for their base,
 *             whether they may change. A failure that the union has a member for is thrown as
 *             Rejection of a UserError, any other as BadUserInput; either takes everything back.
 *         <li>Set the new values on the rows that were read, and tell the {@link
 *             org.boxtribute.server.persistence.ChangeHistory history}: {@code created}, {@code
 *             deleted}, or {@code changed}, which compares a row with what was read of it, and says
 *             whether there is anything to store.
 *         <li>Store: {@link org.boxtribute.server.persistence.Transaction#insert insert} for new
 *             rows, an update in the repository for changed ones. Times are the transaction's
 *             {@code now}, users its {@code user}.
 *         <li>Return what was written as it is read back. What the client selects below it is
 *             loaded after the transaction, by loaders that have forgotten what they knew.
 *       </ol>
 *   <li>{@code TagRepository}, whose statements of a write take the {@link
 *       org.boxtribute.server.persistence.Transaction} as their first parameter.
 * </ul>
 *
 * A write of many things at once takes what is valid, names the rest in its answer, and sends as
 * many statements for a thousand as for two. A write may be run again after a deadlock, so it has
 * no effects but its statements: it calls no other service, and changes no object from outside. A
 * write whose connection breaks is not run again, for it may have been stored. The test
 * MutationFaultIT breaks it at each statement of each mutation: a new one gets a sample there.
 */
@NullMarked
package org.boxtribute.server.persistence;

import org.jspecify.annotations.NullMarked;
