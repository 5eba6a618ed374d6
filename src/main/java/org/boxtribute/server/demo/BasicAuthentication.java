package org.boxtribute.server.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boxtribute.server.security.AuthenticationFailed;
import org.jspecify.annotations.Nullable;

/**
 * Lets a demo user come in with their name and password instead of a token, as {@code curl -u}
 * sends them: puts a new token in their place, which the server then verifies as any other.
 */
@ServerFilter({"/", "/graphql"})
@Requires(beans = LocalTokenIssuer.class)
final class BasicAuthentication {
  private static final Pattern BASIC =
      Pattern.compile("\\s*Basic\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

  private final LocalTokenIssuer issuer;

  BasicAuthentication(LocalTokenIssuer issuer) {
    this.issuer = issuer;
  }

  /** Signing a token takes the processor a while. */
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void exchange(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.size() != 1) {
      return;
    }
    Matcher basic = BASIC.matcher(headers.getFirst());
    if (basic.matches()) {
      mutable(request).set(HttpHeaders.AUTHORIZATION, "Bearer " + token(basic.group(1)));
    }
  }

  private String token(String encoded) {
    String[] credentials =
        decode(encoded)
            .orElseThrow(
                () -> AuthenticationFailed.invalidHeader("The Basic credentials are malformed"))
            .split(":", 2);
    @Nullable String password = credentials.length == 2 ? credentials[1] : null;
    return switch (issuer.exchange(credentials[0], password)) {
      case LocalTokenIssuer.Answer.Granted granted -> granted.accessToken();
      case LocalTokenIssuer.Answer.Refused refused ->
          throw AuthenticationFailed.invalidHeader(refused.description());
    };
  }

  private static Optional<String> decode(String encoded) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static MutableHttpHeaders mutable(HttpRequest<?> request) {
    if (request.getHeaders() instanceof MutableHttpHeaders headers) {
      return headers;
    }
    throw new IllegalStateException("The headers of requests can no longer be set");
  }
}
