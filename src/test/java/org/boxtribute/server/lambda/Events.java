package org.boxtribute.server.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes events of calls as gateways and load balancers do, and replies of what they are told. */
enum Events {
  HTTP_API {
    @Override
    Map<String, @Nullable Object> event(Call call) {
      Map<String, @Nullable Object> event = new LinkedHashMap<>();
      event.put("version", "2.0");
      event.put("routeKey", "$default");
      event.put("rawPath", "/v1" + call.path());
      event.put("rawQueryString", call.query());
      event.put("headers", joined(call));
      Map<String, Object> http =
          Map.of("method", call.method(), "path", "/v1" + call.path(), "protocol", "HTTP/1.1");
      event.put("requestContext", Map.of("stage", "v1", "http", http));
      return event;
    }
  },
  FUNCTION_URL {
    @Override
    Map<String, @Nullable Object> event(Call call) {
      Map<String, @Nullable Object> event = HTTP_API.event(call);
      event.put("rawPath", call.path());
      Map<String, Object> http = Map.of("method", call.method(), "path", call.path());
      event.put("requestContext", Map.of("stage", "$default", "http", http));
      event.put("cookies", List.of("a=1", "b=2"));
      return event;
    }
  },
  REST_API {
    @Override
    Map<String, @Nullable Object> event(Call call) {
      Map<String, @Nullable Object> event = new LinkedHashMap<>();
      event.put("resource", "/{proxy+}");
      event.put("path", call.path());
      event.put("httpMethod", call.method());
      event.put("headers", call.headers().isEmpty() ? null : last(call.headers()));
      event.put("multiValueHeaders", call.headers().isEmpty() ? null : call.headers());
      Map<String, List<String>> parameters = parameters(call.query(), Events::decoded);
      event.put("queryStringParameters", parameters.isEmpty() ? null : last(parameters));
      event.put("multiValueQueryStringParameters", parameters.isEmpty() ? null : parameters);
      event.put("requestContext", Map.of("stage", "v1", "path", "/v1" + call.path()));
      return event;
    }
  },
  LOAD_BALANCER {
    @Override
    Map<String, @Nullable Object> event(Call call) {
      Map<String, @Nullable Object> event = new LinkedHashMap<>();
      event.put("requestContext", Map.of("elb", Map.of("targetGroupArn", "arn")));
      event.put("httpMethod", call.method());
      event.put("path", call.path());
      event.put("multiValueHeaders", call.headers());
      event.put("multiValueQueryStringParameters", parameters(call.query(), Function.identity()));
      return event;
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  abstract Map<String, @Nullable Object> event(Call call);

  /** The event as JSON; bodies that are no text are in Base64. */
  byte[] json(Call call) {
    Map<String, @Nullable Object> event = event(call);
    String text = text(call.body());
    event.put("isBase64Encoded", text == null);
    event.put("body", text == null ? Base64.getEncoder().encodeToString(call.body()) : text);
    if (call.body().length == 0) {
      event.put("body", null);
    }
    try {
      return JSON.writeValueAsBytes(event);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a client gets to see of what a function returned. */
  static Reply reply(String response) {
    try {
      JsonNode json = JSON.readTree(response);
      Map<String, List<String>> headers = new TreeMap<>();
      json.path("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
      json.path("multiValueHeaders")
          .properties()
          .forEach(header -> headers.put(header.getKey(), texts(header.getValue())));
      String body = json.path("body").asText();
      return Reply.of(
          json.path("statusCode").asInt(),
          headers,
          json.path("isBase64Encoded").asBoolean()
              ? Base64.getDecoder().decode(body)
              : body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Map<String, String> joined(Call call) {
    Map<String, String> joined = new LinkedHashMap<>();
    call.headers()
        .forEach(
            (name, values) -> joined.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return joined;
  }

  private static Map<String, String> last(Map<String, List<String>> all) {
    Map<String, String> last = new LinkedHashMap<>();
    all.forEach((name, values) -> last.put(name, values.getLast()));
    return last;
  }

  private static Map<String, List<String>> parameters(
      String query, Function<String, String> decoding) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!query.isEmpty()) {
      for (String part : query.split("&", -1)) {
        String[] both = part.split("=", 2);
        parameters
            .computeIfAbsent(decoding.apply(both[0]), _ -> new ArrayList<>())
            .add(both.length == 1 ? "" : decoding.apply(both[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return null;
    }
  }
}
