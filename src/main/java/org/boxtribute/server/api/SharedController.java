package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
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
import org.boxtribute.server.security.CurrentUser;

/** The API of shared links: what everyone may know, without a login. */
@Controller("/public")
@Requires(property = "boxtribute.apps", pattern = ".*\\bshared\\b.*")
final class SharedController {
  private final GraphQlEndpoint endpoint;
  private final Explorer explorer;

  SharedController(GraphQlEndpoint endpoint, Explorer explorer) {
    this.endpoint = endpoint;
    this.explorer = explorer;
  }

  @Get
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> get(HttpRequest<?> request) {
    if (GraphQlEndpoint.asksForPage(request)) {
      return explorer.page("/public");
    }
    return endpoint.answerAddress(Api.PUBLIC, request, CurrentUser.anonymous(), true);
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> post(HttpRequest<byte[]> request) {
    return endpoint.answer(Api.PUBLIC, request, CurrentUser.anonymous(), true);
  }
}
