package org.boxtribute.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the server answered. */
public record Answer(int status, JsonNode body) {

  /** The value at a JSON pointer below {@code data}, for example {@code /boxes/elements/0/id}. */
  public JsonNode at(String pointer) {
    return body.at("/data" + pointer);
  }

  /** The text form of the value at a JSON pointer below {@code data}. */
  public String text(String pointer) {
    return at(pointer).asText();
  }

  /** The text forms of one field of all elements of the list at a JSON pointer below data. */
  public List<String> texts(String list, String field) {
    List<String> texts = new ArrayList<>();
    at(list).forEach(element -> texts.add(element.at("/" + field).asText()));
    return texts;
  }

  /** The text forms of the elements of the list at a JSON pointer below data. */
  public List<String> texts(String list) {
    List<String> texts = new ArrayList<>();
    at(list).forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** The errors as {@code CODE path/to/field}; without code, the message stands in its place. */
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    body.path("errors")
        .forEach(
            error -> {
              JsonNode code = error.path("extensions").path("code");
              List<String> path = new ArrayList<>();
              error.path("path").forEach(step -> path.add(step.asText()));
              errors.add(
                  (code.isMissingNode() ? error.path("message").asText() : code.asText())
                      + " "
                      + String.join("/", path));
            });
    return errors;
  }

  /** This answer, which must have no errors. */
  public Answer ok() {
    if (status != 200 || body.has("errors")) {
      throw new AssertionError(status + " " + body);
    }
    return this;
  }
}
