package org.boxtribute.server.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The documents of one API, parsed, validated and measured once. The cache is bounded by the length
 * of the documents; what does not fit is evicted.
 */
final class Documents {
  private final GraphQLSchema schema;
  private final DocumentLimits limits;
  private final ParserOptions parserOptions;
  private final Cache<String, PreparsedDocumentEntry> cache;

  Documents(GraphQLSchema schema, GraphQlConfiguration configuration) {
    this.schema = schema;
    this.limits = new DocumentLimits(configuration);
    this.parserOptions =
        ParserOptions.newParserOptions()
            .maxTokens(configuration.maxTokens())
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(configuration.cachedCharacters())
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
            .build();
  }

  /** The document of a text, or the errors that keep it from being executed. */
  PreparsedDocumentEntry prepared(String text) {
    return cache.get(text, this::prepare);
  }

  private PreparsedDocumentEntry prepare(String text) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(text)
            .locale(Locale.ROOT)
            .graphQLContext(context -> context.put(ParserOptions.class, parserOptions))
            .build();
    ParseAndValidateResult parsed = ParseAndValidate.parse(input);
    Document document = parsed.getDocument();
    if (document == null || parsed.isFailure()) {
      return new PreparsedDocumentEntry(parsed.getErrors());
    }
    List<GraphQLError> invalid = validated(document);
    if (!invalid.isEmpty()) {
      return new PreparsedDocumentEntry(invalid);
    }
    Optional<GraphQLError> violation = limits.violation(document);
    return violation.isPresent()
        ? new PreparsedDocumentEntry(violation.get())
        : new PreparsedDocumentEntry(document);
  }

  /** Asking for the schema in circles is found while validating, and is thrown. */
  private List<GraphQLError> validated(Document document) {
    try {
      return List.copyOf(ParseAndValidate.validate(schema, document, Locale.ROOT));
    } catch (GoodFaithIntrospectionExceeded excess) {
      return List.of(excess.toBadFaithError());
    }
  }
}
