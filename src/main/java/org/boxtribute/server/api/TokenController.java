package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.boxtribute.server.operations.TokenIssuer;

/** Exchanges the credentials of a partner's user for an access token. */
@Controller("/token")
@Requires(property = "boxtribute.apps", pattern = ".*\\bapi\\b.*")
@Requires(beans = TokenIssuer.class)
final class TokenController {
  private final RequestReader reader;
  private final TokenIssuer issuer;

  TokenController(RequestReader reader, TokenIssuer issuer) {
    this.reader = reader;
    this.issuer = issuer;
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> post(HttpRequest<byte[]> request) {
    Map<?, ?> credentials = reader.readObject(request);
    TokenIssuer.Answer answer =
        issuer.exchange(text(credentials, "username"), text(credentials, "password"));
    return HttpResponse.<byte[]>status(answer.granted() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(answer.json().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Map<?, ?> credentials, String name) {
    if (credentials.get(name) instanceof String text) {
      return text;
    }
    throw new BadRequest("The request has to have a username and a password, which are texts.");
  }
}
