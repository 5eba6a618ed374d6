package org.boxtribute.server.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.configuration.graphql.GraphQLInvocationData;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.graphql.GraphQlRequest;
import org.boxtribute.server.graphql.document.DocumentId;
import org.boxtribute.server.graphql.document.RequestedDocument;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of requests. Safe to share between threads. */
@Singleton
final class RequestReader {
  private static final JsonValues VALUES = new JsonValues(RequestReader::whole);

  private final JsonFactory json;

  RequestReader(JsonFactory json) {
    this.json = json;
  }

  /**
   * Reads a GraphQL request's body. Members that such a request does not have are ignored.
   *
   * @throws BadRequest if it is not JSON, or not a GraphQL request
   */
  GraphQlRequest read(HttpRequest<byte[]> httpRequest) {
    return request(readObject(httpRequest));
  }

  /**
   * Reads a GraphQL request in an address's parameters, of which variables and extensions are JSON.
   *
   * @throws BadRequest if it is not a GraphQL request
   */
  GraphQlRequest readAddress(HttpRequest<?> httpRequest) {
    HttpParameters parameters = httpRequest.getParameters();
    Map<String, @Nullable Object> request = new HashMap<>();
    for (String name : List.of("query", "documentId", "operationName")) {
      request.put(name, parameters.get(name));
    }
    for (String name : List.of("variables", "extensions")) {
      String json = parameters.get(name);
      request.put(
          name,
          json == null
              ? null
              : parsed(json.getBytes(StandardCharsets.UTF_8), "The value of " + name));
    }
    return request(request);
  }

  private static GraphQlRequest request(Map<?, ?> request) {
    RequestedDocument document = document(request);
    String text = document.text();
    return new GraphQlRequest(
        document,
        new GraphQLInvocationData(
            text == null ? "" : text,
            operationName(request.get("operationName")),
            object("variables", request.get("variables"))));
  }

  /** A query that is empty counts as none where there is an id. */
  private static RequestedDocument document(Map<?, ?> request) {
    List<DocumentId> ids = new ArrayList<>();
    Object documentId = request.get("documentId");
    if (documentId != null) {
      ids.add(documentId(documentId));
    }
    Object persistedQuery = object("extensions", request.get("extensions")).get("persistedQuery");
    if (persistedQuery != null) {
      ids.add(persistedQuery(persistedQuery));
    }
    Object query = request.get("query");
    if (query instanceof String text && !text.isBlank()) {
      return new RequestedDocument(text, List.copyOf(ids), persistedQuery != null);
    }
    if (ids.isEmpty() || !(query == null || query instanceof String)) {
      throw new BadRequest("The request has to have a query, a text that is not empty.");
    }
    return new RequestedDocument(null, List.copyOf(ids), persistedQuery != null);
  }

  private static DocumentId documentId(Object member) {
    try {
      if (member instanceof String id) {
        return DocumentId.of(id);
      }
    } catch (IllegalArgumentException malformed) {
      // answered below
    }
    throw new BadRequest(
        "The request's documentId has to be a text: a name, or sha256: and 64 hexadecimal digits.");
  }

  private static DocumentId persistedQuery(Object member) {
    if (!(member instanceof Map<?, ?> query)) {
      throw new BadRequest("The request's persistedQuery has to be a JSON object.");
    }
    if (!(query.get("version") instanceof Number version) || version.doubleValue() != 1) {
      throw new BadRequest("The request's persistedQuery has to be of version 1.");
    }
    try {
      if (query.get("sha256Hash") instanceof String hash) {
        return new DocumentId.Hash(hash);
      }
    } catch (IllegalArgumentException malformed) {
      // answered below
    }
    throw new BadRequest(
        "The request's persistedQuery has to have a sha256Hash, 64 hexadecimal digits.");
  }

  /**
   * Reads a body that is a JSON object.
   *
   * @throws BadRequest if it is not
   */
  Map<?, ?> readObject(HttpRequest<byte[]> request) {
    if (request.getContentType().filter(RequestReader::isJson).isEmpty()) {
      throw new BadRequest(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request body has to be application/json.");
    }
    byte[] body = request.getBody().orElseGet(() -> new byte[0]);
    if (!(parsed(body, "The request body") instanceof Map<?, ?> object)) {
      throw new BadRequest("The request body has to be a JSON object.");
    }
    return object;
  }

  private static boolean isJson(MediaType type) {
    return type.getType().equals("application")
        && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
  }

  /** Null stands for the only operation of the document. */
  @SuppressWarnings("NullAway") // the type that it is for does not declare what may be null
  private static String operationName(@Nullable Object name) {
    return switch (name) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      default -> throw new BadRequest("The request's operationName has to be a text.");
    };
  }

  private static Map<String, Object> object(String name, @Nullable Object member) {
    return switch (member) {
      case null -> Map.of();
      case Map<?, ?> object -> named(object);
      default -> throw new BadRequest("The request's %s have to be a JSON object.".formatted(name));
    };
  }

  private static Map<String, Object> named(Map<?, ?> object) {
    Map<String, Object> named = new LinkedHashMap<>();
    object.forEach((name, value) -> named.put((String) name, value));
    return named;
  }

  private @Nullable Object parsed(byte[] text, String subject) {
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new BadRequest("%s has to be a JSON object.".formatted(subject));
      }
      Object value = VALUES.read(parser);
      if (parser.nextToken() != null) {
        throw new BadRequest("%s has to be one JSON object and nothing else.".formatted(subject));
      }
      return value;
    } catch (JsonProcessingException malformed) {
      throw new BadRequest(
          "%s is not valid JSON: %s.".formatted(subject, malformed.getOriginalMessage()));
    } catch (IOException malformed) {
      throw new BadRequest("%s is not text in UTF-8.".formatted(subject));
    }
  }

  /** Half of a surrogate pair is no character: it could be neither stored nor sent back. */
  private static String whole(String text) {
    if (text.codePoints().anyMatch(RequestReader::isUnpairedSurrogate)) {
      throw new BadRequest("The request body has a text with half of a surrogate pair.");
    }
    return text;
  }

  private static boolean isUnpairedSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
