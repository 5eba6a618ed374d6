package org.boxtribute.server.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PublishedSchemaTests {

  @ParameterizedTest
  @EnumSource
  void theBuildHasWrittenTheSchemasAsTheyAre(Api api) throws Exception {
    PublishedSchema schema = PublishedSchema.of(api, classes());

    assertThat(schema.sdl()).isEqualTo(resource("schema/" + api.label() + ".graphql"));
    assertThat(schema.introspection())
        .isEqualTo(resource("schema/" + api.label() + ".introspection.json"));
  }

  @ParameterizedTest
  @EnumSource
  void theTextDeclaresTheSameSchema(Api api) throws Exception {
    PublishedSchema schema = PublishedSchema.of(api, classes());
    PublishedSchema read = PublishedSchema.of(schema.sdl());

    assertThat(read.sdl()).isEqualTo(schema.sdl());
    assertThat(read.introspection()).isEqualTo(schema.introspection());
  }

  @Test
  void theOrderOfTheDefinitionsDoesNotMatter() {
    PublishedSchema one =
        PublishedSchema.of("type Query { b(y: Int, x: E): Int a: Int } enum E { Q P } scalar S");
    PublishedSchema other =
        PublishedSchema.of("scalar S enum E { P Q } type Query { a: Int b(x: E, y: Int): Int }");

    assertThat(one.sdl()).isEqualTo(other.sdl());
    assertThat(one.introspection()).isEqualTo(other.introspection());
  }

  @Test
  void descriptionsAndDeprecationsAreTold() {
    PublishedSchema schema =
        PublishedSchema.of(
            """
            "Where to begin."
            type Query {
              "Über alles"
              a("How much." much: Int = 3): Int @deprecated(reason: "See b.")
              b: Int
            }
            """);

    assertThat(schema.sdl())
        .isEqualTo(
            """
            "Where to begin."
            type Query {
              "Über alles"
              a(
                "How much."
                much: Int = 3
              ): Int @deprecated(reason : "See b.")
              b: Int
            }
            """);
    assertThat(schema.introspection()).contains("Über alles", "\"See b.\"").endsWith("}\n");
  }

  @Test
  void ownDirectivesAreDeclaredAndNoOthers() {
    PublishedSchema schema =
        PublishedSchema.of("directive @own on FIELD_DEFINITION type Query { a: Int @own }");

    assertThat(schema.sdl()).contains("directive @own on").doesNotContain("directive @skip");
  }

  private static Path classes() throws URISyntaxException {
    Path common =
        Path.of(
            Objects.requireNonNull(
                    PublishedSchema.class.getClassLoader().getResource("graphql/common"))
                .toURI());
    return common.resolve("../..").normalize();
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = PublishedSchema.class.getClassLoader().getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
