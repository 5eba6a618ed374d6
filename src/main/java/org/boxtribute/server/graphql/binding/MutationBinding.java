package org.boxtribute.server.graphql.binding;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of the root mutation type change things. A write is a declaration: the binding
 * asks the rule, reads the input, opens the transaction, runs the service in it, commits, and
 * answers with what was written. So each mutation is one transaction, and a failure takes all of it
 * back.
 */
public final class MutationBinding {
  private final BoundFields fields;
  private final Transactions transactions;

  MutationBinding(BoundFields fields, Transactions transactions) {
    this.fields = fields;
    this.transactions = transactions;
  }

  /**
   * Binds a field that takes one input object; the field's rule looks at that, before it is read.
   * Who does not hold the rule's permissions for any base is refused before that, so that nobody
   * learns from what the server says about an input whether it could have been stored.
   *
   * @param input the name of the argument that holds the input object
   * @param reader reads the input
   * @param service the rules of the write; it gives back what was written
   */
  public <I, R> RootFetcher<Arguments> write(
      String field,
      String input,
      Function<Arguments, I> reader,
      BiFunction<Transaction, I, R> service) {
    return write(field, input, reader, service, Function.identity());
  }

  /**
   * As {@link #write(String, String, Function, BiFunction)}, for an answer that is put together
   * after the transaction has ended, be it by look-ups.
   *
   * @param answer what is answered about what was written; it may be null
   */
  public <I, R> RootFetcher<Arguments> write(
      String field,
      String input,
      Function<Arguments, I> reader,
      BiFunction<Transaction, I, R> service,
      Function<R, ? extends @Nullable Object> answer) {
    return add(field, arguments -> arguments.requiredInput(input), reader, service, answer);
  }

  /** Binds a field that takes plain arguments; its rule looks at these, before they are read. */
  public <I, R> RootFetcher<Arguments> write(
      String field, Function<Arguments, I> reader, BiFunction<Transaction, I, R> service) {
    return add(field, Function.identity(), reader, service, Function.identity());
  }

  private <I, R> RootFetcher<Arguments> add(
      String field,
      Function<Arguments, Arguments> input,
      Function<Arguments, I> reader,
      BiFunction<Transaction, I, R> service,
      Function<R, ? extends @Nullable Object> answer) {
    return fields.add(
        field,
        new RootFetcher<>(
            (arguments, user, guard) -> {
              guard.checkHeld(user);
              Arguments given = input.apply(arguments);
              guard.check(user, given);
              I read = reader.apply(given);
              R written = transactions.run(user, transaction -> service.apply(transaction, read));
              return answer.apply(written);
            }));
  }
}
