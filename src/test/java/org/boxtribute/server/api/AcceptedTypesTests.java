package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/graphql-response+json",
        "APPLICATION/GraphQL-Response+JSON ; charset=utf-8 ; q=0.5",
        "application/graphql-response+json, application/json",
        "application/json, application/graphql-response+json",
        "application/graphql-response+json, */*;q=0.5",
        "application/*, application/json;q=0.1",
        "text/html, application/graphql-response+json;q=0.001"
      })
  void graphQlsOwnTypeIsForWhoNamesItAndWantsNothingMore(String header) {
    assertThat(AcceptedTypes.of(List.of(header)).graphQlType().getName())
        .isEqualTo("application/graphql-response+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/*",
        "application/json",
        "application/graphql-response+json;q=0",
        "application/graphql-response+json;q=0, */*",
        "application/graphql-response+json;q=0.9, */*",
        "application/graphql-response+json;q=1.5",
        "application/graphql-response+json;q=",
        "application/graphql-response+json/x",
        "image/png",
        ",;,/;q==;\u0000"
      })
  void everyoneElseGetsJson(String header) {
    assertThat(AcceptedTypes.of(List.of(header)).graphQlType().getName())
        .isEqualTo("application/json");
  }

  @Test
  void severalHeadersAreOneList() {
    List<String> headers = List.of("application/json;q=0.1", "application/graphql-response+json");

    assertThat(AcceptedTypes.of(headers).graphQlType().getName())
        .isEqualTo("application/graphql-response+json");
    assertThat(AcceptedTypes.of(List.of()).graphQlType().getName()).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/*, application/json;q=0.9",
        "text/html, */*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
      })
  void pagesAreForWhoNamesThem(String header) {
    assertThat(AcceptedTypes.of(List.of(header)).preferPage()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*/*", "application/json", "text/html;q=0", "text/html;q=0.5, */*"})
  void everyoneElsePrefersJson(String header) {
    assertThat(AcceptedTypes.of(List.of(header)).preferPage()).isFalse();
  }
}
