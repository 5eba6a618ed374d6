package org.example.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the schema does not have does not compile. */
final class MistakesTest {

  @Test
  void aFieldThatTheSchemaHasCompiles() {
    assertTrue(compiles("new BoxesProjectionRoot<>().elements().comment()"));
  }

  @Test
  void aFieldThatTheSchemaDoesNotHaveDoesNot() {
    assertFalse(compiles("new BoxesProjectionRoot<>().elements().colour()"));
  }

  private static boolean compiles(String expression) {
    String source =
        "import org.example.client.schema.client.*; class Asked { Object asked = %s; }"
            .formatted(expression);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    return compiler
        .getTask(
            null,
            null,
            fault -> {},
            List.of(
                "-proc:none",
                "-d",
                Path.of("target", "test-classes").toString(),
                "-cp",
                System.getProperty("java.class.path")),
            null,
            List.of(new Source(source)))
        .call();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Asked.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
