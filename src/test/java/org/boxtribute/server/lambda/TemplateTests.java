package org.boxtribute.server.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The template says what is there. */
class TemplateTests {
  private final Map<?, ?> template = read(Path.of("src", "lambda", "template.yaml"));
  private final Map<?, ?> common = at(template, "Globals", "Function");
  private final Map<?, ?> function = at(template, "Resources", "Function", "Properties");

  @Test
  void theHandlerIsThereAndCanBeMade() throws ReflectiveOperationException {
    Class<?> handler = Class.forName(String.valueOf(function.get("Handler")));

    assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
    assertThat(handler.getConstructor()).isNotNull();
  }

  @Test
  void theRuntimeIsTheReleaseThatTheCodeIsCompiledFor() {
    assertThat(function.get("Runtime")).isEqualTo("java" + Runtime.version().feature());
    assertThat(at(function, "SnapStart").get("ApplyOn")).isEqualTo("PublishedVersions");
    assertThat(function.get("AutoPublishAlias")).isNotNull();
  }

  @Test
  void theFunctionHasMoreTimeThanAnExecution() throws IOException {
    Properties settings = new Properties();
    try (InputStream stream =
        TemplateTests.class.getResourceAsStream("/application-function.properties")) {
      settings.load(stream);
    }
    String limit = settings.getProperty("boxtribute.graphql.time-limit");

    assertThat(Duration.parse("PT" + common.get("Timeout") + "S"))
        .isGreaterThan(Duration.parse("PT" + limit));
  }

  @Test
  void theZipIsTheOneThatIsBuilt() {
    assertThat(String.valueOf(function.get("CodeUri"))).isEqualTo("../../" + FunctionProcess.zip());
  }

  @Test
  void noSecretIsInIt() {
    Map<?, ?> variables = at(common, "Environment", "Variables");

    assertThat(String.valueOf(variables.get("MYSQL_PASSWORD")))
        .startsWith("{{resolve:secretsmanager:");
  }

  private static Map<?, ?> at(Map<?, ?> map, String... names) {
    Map<?, ?> inner = map;
    for (String name : names) {
      inner = (Map<?, ?>) Objects.requireNonNull(inner.get(name), name);
    }
    return inner;
  }

  private static Map<?, ?> read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return new Yaml(new Functions()).load(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads CloudFormation's functions as their arguments. */
  private static final class Functions extends SafeConstructor {
    Functions() {
      super(new LoaderOptions());
      this.yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public @Nullable Object construct(Node node) {
              return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException(node.toString());
              };
            }
          });
    }
  }
}
