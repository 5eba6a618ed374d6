package org.boxtribute.server.graphql.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.graphql.error.ClientError;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one API, parsed, validated and measured once. The cache is bounded by the length
 * of the documents; what does not fit is evicted. Trusted documents are prepared at once and stay.
 */
public final class Documents {
  private final GraphQLSchema schema;
  private final DocumentSize size;
  private final ParserOptions parserOptions;
  private final Cache<String, PreparsedDocumentEntry> cache;
  private final Map<String, PreparsedDocumentEntry> trusted = new HashMap<>();

  /** The documents of an API with this schema. */
  public Documents(GraphQLSchema schema, DocumentLimits limits, TrustedDocuments trustedDocuments) {
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
    for (String text : trustedDocuments.texts()) {
      PreparsedDocumentEntry prepared = prepare(text);
      if (!prepared.hasErrors()) {
        trusted.put(text, prepared);
      }
    }
  }

  /** The document of a text, or the errors that keep it from being executed. */
  public PreparsedDocumentEntry prepared(String text) {
    PreparsedDocumentEntry kept = trusted.get(text);
    return kept == null ? cache.get(text, this::prepare) : kept;
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
      return isTooLarge(parsed.getSyntaxException())
          ? new PreparsedDocumentEntry(tooLarge())
          : new PreparsedDocumentEntry(parsed.getErrors());
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
      return List.of(
          ClientError.of(
              ErrorCode.INTROSPECTION_TOO_DEEP,
              "The operation is refused for asking for the schema in circles."));
    }
  }

  private static boolean isTooLarge(@Nullable InvalidSyntaxException fault) {
    return fault instanceof ParseCancelledException
        || fault instanceof ParseCancelledTooDeepException
        || fault instanceof ParseCancelledTooManyCharsException;
  }

  private GraphQLError tooLarge() {
    return ClientError.of(
        ErrorCode.DOCUMENT_TOO_LARGE,
        "The document is refused for having more than "
            + parserOptions.getMaxTokens()
            + " tokens, or for being nested too deep.");
  }
}
