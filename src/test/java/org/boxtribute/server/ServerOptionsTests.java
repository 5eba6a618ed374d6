package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerOptionsTests {

  @Test
  void manifestsAreAddedToThoseOfTheVariable() {
    ServerOptions options =
        ServerOptions.of(
            List.of("--documents", "b.json", "--x=1", "--documents=c.json"),
            Map.of("BOXTRIBUTE_DOCUMENTS", "a.json"));

    assertThat(options.variables()).containsEntry("BOXTRIBUTE_DOCUMENTS", "a.json,b.json,c.json");
    assertThat(options.rest()).containsExactly("--x=1");
  }

  @Test
  void anOptionNeedsItsValue() {
    assertThatThrownBy(() -> ServerOptions.of(List.of("--documents"), Map.of()))
        .hasMessage("--documents needs a file");
    assertThatThrownBy(() -> ServerOptions.of(List.of("--documents="), Map.of()))
        .hasMessage("--documents needs a file");
  }
}
