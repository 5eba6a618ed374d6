package org.boxtribute.server.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.boxtribute.server.operations.TokenIssuer;

/** Gives the demo's users their tokens at the API's token endpoint. */
final class DemoTokenIssuer implements TokenIssuer {
  private final JsonFactory json = new JsonFactory();
  private final LocalTokenIssuer issuer;

  DemoTokenIssuer(LocalTokenIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public Answer exchange(String userName, String password) {
    LocalTokenIssuer.Answer answer = issuer.exchange(userName, password);
    return new Answer(answer instanceof LocalTokenIssuer.Answer.Granted, text(answer.body()));
  }

  private String text(Map<String, Object> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      generator.writeStartObject();
      for (Map.Entry<String, Object> member : object.entrySet()) {
        generator.writeFieldName(member.getKey());
        if (member.getValue() instanceof Long number) {
          generator.writeNumber(number);
        } else {
          generator.writeString(member.getValue().toString());
        }
      }
      generator.writeEndObject();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }
}
