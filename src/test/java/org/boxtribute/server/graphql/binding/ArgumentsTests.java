package org.boxtribute.server.graphql.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boxtribute.server.persistence.schema.Tables.TAG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.tag.TagType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTests {

  @Test
  void idsAreNumbers() {
    assertThat(given("id", "42").id("id")).isEqualTo(42);
    assertThat(given("id", " 42 ").id("id")).isEqualTo(42);
    assertThat(given("id", "42").optionalId("id")).isEqualTo(42);
    assertThat(given("id", null).optionalId("id")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "99999999999", "1 2"})
  void anIdThatIsNoNumberIsRefusedByItsName(String text) {
    assertThatThrownBy(() -> given("id", text).id("id"))
        .isInstanceOf(BadUserInput.class)
        .hasMessage("'" + text + "' is not an id ('id').");
  }

  @Test
  void whatIsRequiredIsNamedWhereItIsMissingOrNull() {
    for (Arguments arguments : List.of(given("other", "x"), given("name", null))) {
      assertRequired(() -> arguments.id("name"));
      assertRequired(() -> arguments.requiredText("name"));
      assertRequired(() -> arguments.requiredInteger("name"));
      assertRequired(() -> arguments.requiredIntegers("name"));
      assertRequired(() -> arguments.requiredTexts("name"));
      assertRequired(() -> arguments.requiredInput("name"));
      assertRequired(() -> arguments.requiredInputs("name"));
      assertRequired(() -> arguments.requiredChoice("name", TagType.class));
    }
  }

  @Test
  void whatIsOptionalIsNullWhereItIsMissing() {
    Arguments none = given("other", "x");

    assertThat(none.text("name")).isNull();
    assertThat(none.texts("name")).isNull();
    assertThat(none.integer("name")).isNull();
    assertThat(none.integers("name")).isNull();
    assertThat(none.decimal("name")).isNull();
    assertThat(none.flag("name")).isNull();
    assertThat(none.isTrue("name")).isFalse();
    assertThat(none.date("name")).isNull();
    assertThat(none.choice("name", TagType.class)).isNull();
    assertThat(none.choices("name", TagType.class)).isNull();
    assertThat(none.input("name")).isNull();
    assertThat(none.inputs("name")).isNull();
  }

  @Test
  void inputObjectsAreReadAsArgumentsAre() {
    Arguments input = given("input", Map.of("name", "Lamp", "count", 2)).requiredInput("input");

    assertThat(input.requiredText("name")).isEqualTo("Lamp");
    assertThat(input.requiredInteger("count")).isEqualTo(2);
    assertThat(given("list", List.of(Map.of("name", "Lamp"))).requiredInputs("list"))
        .singleElement()
        .satisfies(item -> assertThat(item.text("name")).isEqualTo("Lamp"));
  }

  @Test
  void aTextThatTheColumnCannotHoldIsRefusedByItsName() {
    String text = "x".repeat(TAG.NAME.getDataType().length() + 1);

    assertThatThrownBy(() -> given("name", text).text("name", TAG.NAME))
        .isInstanceOf(BadUserInput.class)
        .hasMessageContaining("'name' is too long");
  }

  @Test
  void selectionsAreAskedForByPath() {
    Arguments arguments = new Arguments(Map.of(), "pageInfo/hasNextPage"::equals);

    assertThat(arguments.selects("pageInfo/hasNextPage")).isTrue();
    assertThat(arguments.selects("totalCount")).isFalse();
  }

  private static void assertRequired(Runnable read) {
    assertThatThrownBy(read::run)
        .isInstanceOf(BadUserInput.class)
        .hasMessage("The argument 'name' is required.");
  }

  @SuppressWarnings("NullAway") // clients send null for a value
  private static Arguments given(String name, @Nullable Object value) {
    Map<String, Object> values = new HashMap<>();
    values.put(name, value);
    return new Arguments(values, path -> false);
  }
}
