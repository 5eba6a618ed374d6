package org.boxtribute.server.graphql.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of the root fields of an operation, those behind fragments included. */
public final class RootFields {
  private RootFields() {}

  /** The names of the fields, not their aliases. */
  public static Set<String> of(OperationDefinition operation, Document document) {
    Set<String> names = new LinkedHashSet<>();
    collect(operation.getSelectionSet(), document, names);
    return names;
  }

  private static void collect(SelectionSet selections, Document document, Set<String> names) {
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> names.add(field.getName());
        case InlineFragment fragment -> collect(fragment.getSelectionSet(), document, names);
        case FragmentSpread spread ->
            document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(spread.getName()))
                .forEach(fragment -> collect(fragment.getSelectionSet(), document, names));
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
  }
}
