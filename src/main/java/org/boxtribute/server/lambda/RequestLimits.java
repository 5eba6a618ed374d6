package org.boxtribute.server.lambda;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** The limits on requests that the server's transport holds. Safe to share between threads. */
@Singleton
@Requires(env = "function")
final class RequestLimits {
  private static final int MAX_LINE_CHARACTERS = 4096;
  private static final int MAX_HEADER_CHARACTERS = 8192;
  private static final int ZIP_HEADER_BYTES = 10;
  private static final int PART_BYTES = 16 * 1024;

  /** The protocol's name at a line's end, and the spaces around the address. */
  private static final int LINE_REST = " ".length() + " HTTP/1.1".length();

  private final long maxBodyBytes;

  RequestLimits(HttpServerConfiguration configuration) {
    this.maxBodyBytes = configuration.getMaxRequestSize();
  }

  /** The status with which a request is refused before anything else looks at it. */
  Optional<HttpStatus> refusal(FunctionEvent event) {
    if (event.method().length() + event.target().length() + LINE_REST > MAX_LINE_CHARACTERS) {
      return Optional.of(HttpStatus.REQUEST_URI_TOO_LONG);
    }
    return characters(event.headers()) > MAX_HEADER_CHARACTERS
        ? Optional.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        : Optional.empty();
  }

  /**
   * The body of a request, decompressed.
   *
   * @throws HttpStatusException if it is not what it says, or too large
   */
  byte[] body(FunctionEvent event) {
    byte[] body = decompressed(event);
    if (body.length > maxBodyBytes) {
      throw refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }
    return body;
  }

  private static HttpStatusException refusal(HttpStatus status) {
    return new HttpStatusException(status, status.getReason());
  }

  private static int characters(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .flatMap(
            header ->
                header.getValue().stream()
                    .map(value -> header.getKey().length() + ": ".length() + value.length()))
        .mapToInt(Integer::intValue)
        .sum();
  }

  private byte[] decompressed(FunctionEvent event) {
    String coding =
        event.headers().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING))
            .flatMap(header -> header.getValue().stream())
            .findFirst()
            .orElse("")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "gzip", "x-gzip" -> read(event.body(), GZIPInputStream::new);
      case "deflate", "x-deflate" -> read(event.body(), InflaterInputStream::new);
      default -> event.body();
    };
  }

  /** Makes a stream of another. */
  @FunctionalInterface
  private interface Opening {
    InputStream of(InputStream stream) throws IOException;
  }

  /**
   * One byte more than is allowed tells that it is too much; what is cut off counts until there.
   */
  private byte[] read(byte[] compressed, Opening opening) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (compressed.length < ZIP_HEADER_BYTES) {
      return body.toByteArray();
    }
    try (InputStream stream = opening.of(new ByteArrayInputStream(compressed))) {
      byte[] part = new byte[PART_BYTES];
      for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
        body.write(part, 0, read);
        if (body.size() > maxBodyBytes) {
          break;
        }
      }
    } catch (EOFException cutOff) {
      return body.toByteArray();
    } catch (IOException malformed) {
      throw refusal(HttpStatus.BAD_REQUEST);
    }
    return body.toByteArray();
  }
}
