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

/** The API for partners: queries alone, for users who have signed in. */
@Controller("/")
@Requires(property = "boxtribute.apps", pattern = ".*\\bapi\\b.*")
final class PartnerController {
  private final GraphQlEndpoint endpoint;
  private final Authenticator authenticator;
  private final Explorer explorer;

  PartnerController(GraphQlEndpoint endpoint, Authenticator authenticator, Explorer explorer) {
    this.endpoint = endpoint;
    this.authenticator = authenticator;
    this.explorer = explorer;
  }

  @Get
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> get(HttpRequest<?> request) {
    if (GraphQlEndpoint.asksForPage(request)) {
      return explorer.page("/");
    }
    return endpoint.answerAddress(
        Api.QUERY,
        request,
        authenticator.authenticate(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION)),
        true);
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> post(HttpRequest<byte[]> request) {
    return endpoint.answer(
        Api.QUERY,
        request,
        authenticator.authenticate(request.getHeaders().getAll(HttpHeaders.AUTHORIZATION)),
        true);
  }
}
