package org.boxtribute.server.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.boxtribute.server.security.Auth0Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Auth0 for tokens, in the name of the client that Boxtribute has registered there. */
@Singleton
@Requires(property = "boxtribute.auth0.client-id")
@Requires(property = "boxtribute.auth0.client-secret")
final class Auth0TokenIssuer implements TokenIssuer {
  private static final Logger LOG = LoggerFactory.getLogger(Auth0TokenIssuer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String UNREACHABLE = "{\"error\":\"The token issuer does not answer\"}";

  private final JsonFactory json = new JsonFactory();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI endpoint;
  private final String audience;
  private final String clientId;
  private final String clientSecret;

  Auth0TokenIssuer(
      Auth0Configuration configuration,
      @Property(name = "boxtribute.auth0.client-id") String clientId,
      @Property(name = "boxtribute.auth0.client-secret") String clientSecret) {
    this(
        URI.create(configuration.issuer() + "oauth/token"),
        configuration.audience(),
        clientId,
        clientSecret);
  }

  Auth0TokenIssuer(URI endpoint, String audience, String clientId, String clientSecret) {
    this.endpoint = endpoint;
    this.audience = audience;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  @Override
  public Answer exchange(String userName, String password) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(userName, password)))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode() == 200, response.body());
    } catch (IOException failure) {
      LOG.warn("The token issuer does not answer", failure);
      return new Answer(false, UNREACHABLE);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return new Answer(false, UNREACHABLE);
    }
  }

  private String body(String userName, String password) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      generator.writeStartObject();
      generator.writeStringField("client_id", clientId);
      generator.writeStringField("client_secret", clientSecret);
      generator.writeStringField("grant_type", "password");
      generator.writeStringField("audience", audience);
      generator.writeStringField("username", userName);
      generator.writeStringField("password", password);
      generator.writeEndObject();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }
}
