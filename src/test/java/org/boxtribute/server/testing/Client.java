package org.boxtribute.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to the server for one user. Safe to share between threads. */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI endpoint;
  private final @Nullable String token;

  Client(URI endpoint, @Nullable String token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /** Asks with a document alone. */
  public Answer ask(String document) {
    return ask(document, Map.of());
  }

  /** Asks with a document and its variables. */
  public Answer ask(String document, Map<String, ?> variables) {
    return ask(Map.of("query", document, "variables", variables));
  }

  /** Asks with one of the operations of a document. */
  public Answer ask(String document, String operation, Map<String, ?> variables) {
    return ask(Map.of("query", document, "operationName", operation, "variables", variables));
  }

  private Answer ask(Map<String, ?> body) {
    try {
      return post(JSON.writeValueAsString(body));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Posts any body as JSON. */
  public Answer post(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json = JSON.readTree(response.body());
      return new Answer(response.statusCode(), json);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }
}
