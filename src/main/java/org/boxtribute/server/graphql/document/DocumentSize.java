package org.boxtribute.server.graphql.document;

import graphql.GraphQLError;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.graphql.error.ClientError;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Measures a valid document before it is executed: how deep its fields are nested, how many there
 * are once fragments are spread, and how many have aliases. A fragment is measured once, however
 * often it is spread.
 */
final class DocumentSize {
  private final DocumentLimits limits;

  DocumentSize(DocumentLimits limits) {
    this.limits = limits;
  }

  /** The limit that a document breaks, if any. */
  Optional<GraphQLError> violation(Document document) {
    Measuring measuring = new Measuring(document);
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof OperationDefinition operation) {
        Size size = measuring.sizeOf(operation.getSelectionSet());
        if (size.depth > limits.maxDepth()) {
          return error(
              ErrorCode.OPERATION_TOO_DEEP, "nested deeper than " + limits.maxDepth() + " fields");
        }
        if (size.fields > limits.maxFields()) {
          return error(
              ErrorCode.OPERATION_TOO_LARGE, "larger than " + limits.maxFields() + " fields");
        }
        if (size.aliases > limits.maxAliases()) {
          return error(
              ErrorCode.TOO_MANY_ALIASES, "using more than " + limits.maxAliases() + " aliases");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<GraphQLError> error(ErrorCode code, String excess) {
    return Optional.of(ClientError.of(code, "The operation is refused for being " + excess + "."));
  }

  private record Size(int depth, long fields, long aliases) {
    static final Size NONE = new Size(0, 0, 0);

    Size beside(Size other) {
      return new Size(Math.max(depth, other.depth), fields + other.fields, aliases + other.aliases);
    }
  }

  private static final class Measuring {
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();

    Measuring(Document document) {
      for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
        fragments.put(fragment.getName(), fragment);
      }
    }

    Size sizeOf(@Nullable SelectionSet selections) {
      if (selections == null) {
        return Size.NONE;
      }
      Size size = Size.NONE;
      for (Selection<?> selection : selections.getSelections()) {
        size = size.beside(sizeOf(selection));
      }
      return size;
    }

    private Size sizeOf(Selection<?> selection) {
      return switch (selection) {
        case Field field -> {
          Size below = sizeOf(field.getSelectionSet());
          yield new Size(
              below.depth + 1,
              below.fields + 1,
              below.aliases + (field.getAlias() == null ? 0 : 1));
        }
        case InlineFragment fragment -> sizeOf(fragment.getSelectionSet());
        case FragmentSpread spread -> sizeOfFragment(spread.getName());
        default -> Size.NONE;
      };
    }

    private Size sizeOfFragment(String name) {
      Size known = measured.get(name);
      if (known != null) {
        return known;
      }
      FragmentDefinition fragment = fragments.get(name);
      Size size = fragment == null ? Size.NONE : sizeOf(fragment.getSelectionSet());
      measured.put(name, size);
      return size;
    }
  }
}
