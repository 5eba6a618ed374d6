package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.security.Authenticator;

/** The web app's API: everything, for users who have signed in. */
@Controller("/graphql")
@Requires(property = "boxtribute.apps", pattern = ".*\\bapp\\b.*")
final class WebAppController {
  private final GraphQlEndpoint endpoint;
  private final Authenticator authenticator;
  private final Explorer explorer;
  private final ApiConfiguration configuration;

  WebAppController(
      GraphQlEndpoint endpoint,
      Authenticator authenticator,
      Explorer explorer,
      ApiConfiguration configuration) {
    this.endpoint = endpoint;
    this.authenticator = authenticator;
    this.explorer = explorer;
    this.configuration = configuration;
  }

  @Get
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> get(HttpRequest<?> request) {
    if (GraphQlEndpoint.asksForPage(request)) {
      return explorer.page("/graphql");
    }
    return endpoint.answerAddress(
        Api.QUERY,
        request,
        authenticator.authenticate(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION)),
        configuration.inDevelopment());
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> post(HttpRequest<byte[]> request) {
    return endpoint.answer(
        Api.FULL,
        request,
        authenticator.authenticate(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION)),
        configuration.inDevelopment());
  }
}
