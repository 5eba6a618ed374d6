package org.boxtribute.server.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the answers with files of front-ends: as the client takes them, and only if it does not
 * have them already. They wait for the disk, so they must not be made on the event loop.
 */
@Singleton
@Requires(beans = FrontEnds.class)
final class FrontEndAnswers {
  private static final String KEEP = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final String GZIP = "gzip";

  /** Larger files are sent as they are: they would fill the memory. */
  private static final int MAX_ZIPPED_BYTES = 8_000_000;

  private static final int CACHE_BYTES = 32_000_000;
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final ExecutorService executor;
  private final HttpConfiguration configuration;

  /** What was compressed here, by the hash of what it was made of, so that it is never outdated. */
  private final Cache<String, byte[]> zipped =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((String hash, byte[] bytes) -> bytes.length)
          .build();

  FrontEndAnswers(
      HttpConfiguration configuration, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.configuration = configuration;
    this.executor = executor;
  }

  /**
   * The answer with a file.
   *
   * @param kept whether its contents never change
   * @throws IOException if it cannot be read, or is there no more
   */
  MutableHttpResponse<?> answer(HttpRequest<?> request, FrontEndFolder.File file, boolean kept)
      throws IOException {
    FileType type = FileType.of(file.name());
    MutableHttpResponse<Object> response =
        HttpResponse.ok()
            .contentType(MediaType.of(type.name()))
            .header(HttpHeaders.CACHE_CONTROL, kept ? KEEP : ASK_AGAIN)
            .header("X-Content-Type-Options", "nosniff");
    if (!type.isText()) {
      return send(request, response, FrontEndFile.open(file.path()));
    }
    response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    AcceptedCodings codings = AcceptedCodings.of(request);
    for (Map.Entry<String, String> compressed : compressedForms().entrySet()) {
      Optional<FrontEndFolder.File> form =
          codings.take(compressed.getKey())
              ? file.compressed(compressed.getValue())
              : Optional.empty();
      if (form.isPresent()) {
        response.header(HttpHeaders.CONTENT_ENCODING, compressed.getKey());
        return send(request, response, FrontEndFile.open(form.get().path()));
      }
    }
    FrontEndFile opened = FrontEndFile.open(file.path());
    return codings.take(GZIP) && opened.length() <= MAX_ZIPPED_BYTES
        ? zip(request, response, opened)
        : send(request, response, opened);
  }

  /** Codings, the best first, and the extensions of the files that builds make in them. */
  private static Map<String, String> compressedForms() {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("br", ".br");
    forms.put(GZIP, ".gz");
    return forms;
  }

  private MutableHttpResponse<?> zip(
      HttpRequest<?> request, MutableHttpResponse<Object> response, FrontEndFile file)
      throws IOException {
    try (file) {
      response.header(HttpHeaders.CONTENT_ENCODING, GZIP);
      if (isThere(request, response, "\"" + file.hash() + "-gzip\"")) {
        return response;
      }
      byte[] bytes = zipped.get(file.hash(), hash -> zip(file));
      return request.getMethod() == HttpMethod.HEAD
          ? withLength(response, bytes.length)
          : response.body(bytes);
    }
  }

  private static byte[] zip(FrontEndFile file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      file.writeTo(zip);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private MutableHttpResponse<?> send(
      HttpRequest<?> request, MutableHttpResponse<Object> response, FrontEndFile file)
      throws IOException {
    if (isThere(request, response, "\"" + file.hash() + "\"")) {
      file.close();
      return response;
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      file.close();
      return withLength(response, file.length());
    }
    ChunkedBody.Writer writer =
        stream -> {
          try (file) {
            file.writeTo(stream);
          }
        };
    return switch (ChunkedBody.of(writer, executor, configuration.readTimeLimit())) {
      case ChunkedBody.Body.Whole(byte[] bytes) -> response.body(bytes);
      case ChunkedBody.Body.Streamed(InputStream stream) ->
          response.body(new StreamedFile(stream, response.getContentType().orElseThrow()));
    };
  }

  private static MutableHttpResponse<?> withLength(
      MutableHttpResponse<Object> response, long length) {
    return response.header(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
  }

  /** Names the contents; if the client has them already, this is all that it is told. */
  private static boolean isThere(
      HttpRequest<?> request, MutableHttpResponse<Object> response, String tag) {
    response.header(HttpHeaders.ETAG, tag);
    boolean known =
        request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
            .flatMap(header -> COMMA.splitAsStream(header.strip()))
            .map(entry -> entry.startsWith("W/") ? entry.substring(2) : entry)
            .anyMatch(entry -> entry.equals("*") || entry.equals(tag));
    if (known) {
      response.status(HttpStatus.NOT_MODIFIED);
    }
    return known;
  }
}
