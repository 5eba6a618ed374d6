package org.boxtribute.server.graphql.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.execution.BatchedFetcher;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value a loader looks up, together with those of all other rows of the level.
 *
 * @param <S> the source row
 * @param <V> the loader's answer to one key
 */
public final class LoadFetcher<S, V> implements BatchedFetcher, BoundField {

  /** Finds the key that a row is looked up by. */
  @FunctionalInterface
  interface Keys<S> {

    /** Reads the field's arguments, once for all rows of a selection. */
    KeyOfRow<S> under(Arguments arguments);
  }

  /** The key of a row, or null for a row without one. */
  @FunctionalInterface
  interface KeyOfRow<S> {
    @Nullable Object of(S row, CurrentUser user);
  }

  private final Keys<S> keys;
  private final Loader<Object, Object> loader;
  private @Nullable Requirement<? super S> guard;
  private @Nullable Requirement<? super V> visibility;
  private @Nullable V otherwise;

  @SuppressWarnings("unchecked") // the binding that makes the keys was typed by the loader
  LoadFetcher(Keys<S> keys, Loader<?, V> loader) {
    this.keys = keys;
    this.loader = (Loader<Object, Object>) loader;
  }

  /** Refuses the field where the user does not meet the rule for the source row. */
  public LoadFetcher<S, V> guardedBy(Requirement<? super S> requirement) {
    guard = requirement;
    return this;
  }

  /** Hides the answer, as if there were none, where the user does not meet the rule for it. */
  public LoadFetcher<S, V> orNullUnless(Requirement<? super V> requirement) {
    visibility = requirement;
    return this;
  }

  /** The answer where the loader has none. */
  public LoadFetcher<S, V> otherwise(V answer) {
    otherwise = answer;
    return this;
  }

  @Override
  public List<String> rules() {
    List<String> rules = new ArrayList<>();
    if (guard != null) {
      rules.add(guard.toString());
    }
    rules.addAll(loader.rules());
    if (visibility != null) {
      rules.add("null without " + visibility);
    }
    return rules;
  }

  @Override
  public LookUp lookUpFor(SelectedField field) {
    return new FieldLookUp(
        keys.under(RequestValues.arguments(field)),
        RequestValues.user(field.context()),
        RequestValues.budget(field.context()));
  }

  private final class FieldLookUp implements LookUp, Source {
    private final KeyOfRow<S> key;
    private final CurrentUser user;
    private final ConnectionBudget budget;

    FieldLookUp(KeyOfRow<S> key, CurrentUser user, ConnectionBudget budget) {
      this.key = key;
      this.user = user;
      this.budget = budget;
    }

    @Override
    public Source source() {
      return this;
    }

    @Override
    public Object identity() {
      return loader;
    }

    @Override
    public Map<Object, Object> answers(Set<Object> batch) throws Exception {
      return budget.spend(() -> loader.load(batch, user));
    }

    @Override
    @SuppressWarnings("unchecked") // the type resolver gave this type the rows of its source class
    public @Nullable Object keyOf(Object sourceObject) {
      S row = (S) sourceObject;
      if (guard != null) {
        guard.check(user, row);
      }
      return key.of(row, user);
    }

    @Override
    @SuppressWarnings("unchecked") // the loader was typed when it was bound
    public @Nullable Object valueOf(@Nullable Object answer) {
      if (answer == null) {
        return otherwise;
      }
      return visibility == null || visibility.allows(user, (V) answer) ? answer : null;
    }
  }
}
