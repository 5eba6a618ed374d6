package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * Serves built front-ends from the root of the site, beside the APIs, which come first. An address
 * that is no file's, and that a browser opens, gets the start page, whose script knows it.
 */
@Controller
@Requires(beans = FrontEnds.class)
final class FrontEndController {
  private static final String START_PAGE = "index.html";

  private final FrontEnds frontEnds;
  private final FrontEndAnswers answers;

  FrontEndController(FrontEnds frontEnds, FrontEndAnswers answers) {
    this.frontEnds = frontEnds;
    this.answers = answers;
  }

  @Get(uris = {"/", "/{+path}"})
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> get(HttpRequest<?> request) throws IOException {
    FrontEndFolder folder = frontEnds.of(request);
    if (beginsWithHost(request)) {
      throw nothing();
    }
    FrontEndPath path =
        FrontEndPath.of(request.getUri().getRawPath()).orElseThrow(FrontEndController::nothing);
    try {
      Optional<FrontEndFolder.File> file = folder.find(path.text());
      if (file.isPresent()) {
        return answers.answer(request, file.get(), path.isHashed());
      }
      if (path.hasExtension() || !AcceptedTypes.of(request).takePage()) {
        throw nothing();
      }
      return answers
          .answer(request, folder.find(START_PAGE).orElseThrow(FrontEndController::nothing), false)
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    } catch (FileSystemException vanished) {
      throw nothing();
    }
  }

  /** Two slashes are a host's beginning, not a path's; Micronaut leaves them away. */
  private static boolean beginsWithHost(HttpRequest<?> request) {
    return switch (request) {
      case NettyHttpRequest<?> netty -> netty.getNativeRequest().uri().startsWith("//");
      case HttpRequestWrapper<?> wrapper -> beginsWithHost(wrapper.getDelegate());
      default -> false;
    };
  }

  private static HttpStatusException nothing() {
    return new HttpStatusException(HttpStatus.NOT_FOUND, "no such file");
  }
}
