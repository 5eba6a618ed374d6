package org.boxtribute.server.graphql.binding;

import java.util.ArrayList;
import java.util.List;
import org.boxtribute.server.graphql.execution.BlockingFetcher;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A root field: blocking code that runs on the I/O executor beside the other root fields.
 *
 * @param <S> what the field's rule looks at: its arguments, or the row that it found
 */
public final class RootFetcher<S> implements BlockingFetcher, BoundField {

  /** What a root field does. */
  @FunctionalInterface
  interface Body<S> {

    /** Answers the field, having asked the guard when there is something to look at. */
    @Nullable Object answer(Arguments arguments, CurrentUser user, Requirement<? super S> guard);
  }

  private final Body<S> body;
  private final List<String> ownRules;
  private @Nullable Requirement<? super S> guard;

  RootFetcher(Body<S> body) {
    this(body, List.of());
  }

  /**
   * Creates a field.
   *
   * @param ownRules what the body asks of the user in any case, in words
   */
  RootFetcher(Body<S> body, List<String> ownRules) {
    this.body = body;
    this.ownRules = ownRules;
  }

  /** Refuses the field where the user does not meet the rule. */
  public RootFetcher<S> guardedBy(Requirement<? super S> requirement) {
    guard = requirement;
    return this;
  }

  @Override
  public List<String> rules() {
    List<String> rules = new ArrayList<>(ownRules);
    if (guard != null) {
      rules.add(guard.toString());
    }
    return rules;
  }

  @Override
  public @Nullable Object fetch(SelectedField field) throws Exception {
    Arguments arguments = RequestValues.arguments(field);
    CurrentUser user = RequestValues.user(field.context());
    Requirement<? super S> rule = guard == null ? Requirement.nothing() : guard;
    return RequestValues.budget(field.context()).spend(() -> body.answer(arguments, user, rule));
  }
}
