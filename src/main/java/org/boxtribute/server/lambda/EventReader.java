package org.boxtribute.server.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the events of API Gateway (payload versions 1.0 and 2.0), function URLs and load balancers.
 * Safe to share between threads.
 */
@Singleton
@Requires(env = "function")
final class EventReader {
  private final JsonFactory json;

  EventReader(JsonFactory json) {
    this.json = json;
  }

  /**
   * Reads one event.
   *
   * @throws MalformedEvent if it is not an HTTP request's
   */
  FunctionEvent read(InputStream stream) throws IOException {
    try (JsonParser parser = json.createParser(stream)) {
      return read(JsonTree.read(parser));
    } catch (JsonProcessingException malformed) {
      throw new MalformedEvent("The event is not JSON: " + malformed.getOriginalMessage());
    }
  }

  private static FunctionEvent read(JsonTree event) {
    JsonTree context = event.object("requestContext");
    if (context.has("http")) {
      return versionTwo(event, context);
    }
    if (!event.has("httpMethod")) {
      throw new MalformedEvent("The event is not that of an HTTP request");
    }
    return context.has("elb") ? loadBalancer(event) : versionOne(event, context);
  }

  /** Headers of the same name come joined, cookies apart. */
  private static FunctionEvent versionTwo(JsonTree event, JsonTree context) {
    JsonTree http = context.object("http");
    Map<String, List<String>> headers = event.object("headers").texts();
    headers.replaceAll(
        (name, values) -> name.equalsIgnoreCase("authorization") ? tokens(values) : values);
    List<String> cookies = event.texts("cookies");
    if (!cookies.isEmpty()) {
      headers.put("cookie", List.of(String.join("; ", cookies)));
    }
    String path =
        event.text("rawPath").or(() -> http.text("path")).orElseThrow(EventReader::noPath);
    return new FunctionEvent(
        PayloadVersion.TWO,
        http.text("method").orElseThrow(() -> new MalformedEvent("The event has no method")),
        withoutStage(path, context),
        event.text("rawQueryString").orElseGet(() -> query(event, true)),
        headers,
        body(event));
  }

  /** Several Authorization headers are several, however they come: tokens have no commas. */
  private static List<String> tokens(List<String> values) {
    return values.stream()
        .flatMap(value -> List.of(value.split(",\\s*(?=(?i:bearer|basic)\\b)", -1)).stream())
        .toList();
  }

  /** A REST API's path comes without the stage; that of an HTTP API may have it. */
  private static FunctionEvent versionOne(JsonTree event, JsonTree context) {
    String path = event.text("path").orElseThrow(EventReader::noPath);
    String stage = context.text("stage").orElse("");
    boolean hasLostIt =
        context.text("path").filter(whole -> whole.equals("/" + stage + path)).isPresent();
    return new FunctionEvent(
        PayloadVersion.ONE,
        event.text("httpMethod").orElseThrow(),
        hasLostIt ? path : withoutStage(path, context),
        query(event, true),
        merged(event, "headers", "multiValueHeaders"),
        body(event));
  }

  /** The parameters of a load balancer's event are still encoded. */
  private static FunctionEvent loadBalancer(JsonTree event) {
    return new FunctionEvent(
        event.has("multiValueHeaders")
            ? PayloadVersion.LOAD_BALANCER_MULTI_VALUE
            : PayloadVersion.LOAD_BALANCER,
        event.text("httpMethod").orElseThrow(),
        event.text("path").orElseThrow(EventReader::noPath),
        query(event, false),
        merged(event, "headers", "multiValueHeaders"),
        body(event));
  }

  private static MalformedEvent noPath() {
    return new MalformedEvent("The event has no path");
  }

  private static String withoutStage(String path, JsonTree context) {
    String prefix = "/" + context.text("stage").orElse("$default");
    if (path.equals(prefix)) {
      return "/";
    }
    return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
  }

  private static String query(JsonTree event, boolean decoded) {
    return merged(event, "queryStringParameters", "multiValueQueryStringParameters")
        .entrySet()
        .stream()
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(
                        value ->
                            decoded
                                ? encoded(parameter.getKey()) + "=" + encoded(value)
                                : parameter.getKey() + "=" + value))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What has several values has all of them in one member, and the last in the other. */
  private static Map<String, List<String>> merged(JsonTree event, String single, String multiple) {
    Map<String, List<String>> merged = new LinkedHashMap<>(event.object(multiple).texts());
    TreeSet<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    merged.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            known.add(name);
          }
        });
    event
        .object(single)
        .texts()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                merged.put(name, new ArrayList<>(values));
              }
            });
    return merged;
  }

  private static byte[] body(JsonTree event) {
    String body = event.text("body").orElse("");
    try {
      return event.isTrue("isBase64Encoded") ? Base64.getDecoder().decode(body) : utf8(body);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedEvent("The event's body is not in Base64");
    }
  }

  /** Half of a surrogate pair has no bytes: none are made up for it. */
  private static byte[] utf8(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException unpaired) {
      throw new MalformedEvent("The event's body has half of a surrogate pair");
    }
  }
}
