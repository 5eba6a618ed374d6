package org.boxtribute.server.graphql.document;

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
public final class Documents {
  private final GraphQLSchema schema;
  private final DocumentSize size;
  private final ParserOptions parserOptions;
  private final Cache<String, PreparsedDocumentEntry> cache;

  /** The documents of an API with this schema. */
  public Documents(GraphQLSchema schema, DocumentLimits limits) {
    this.schema = schema;
    this.size = new DocumentSize(limits);
    this.parserOptions =
        ParserOptions.newParserOptions()
            .maxTokens(limits.maxTokens())
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(limits.cachedCharacters())
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
            .build();
  }

  /** The document of a text, or the errors that keep it from being executed. */
  public PreparsedDocumentEntry prepared(String text) {
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
    Optional<GraphQLError> violation = size.violation(document);
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
