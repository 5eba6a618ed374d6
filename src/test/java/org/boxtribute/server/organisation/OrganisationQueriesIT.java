package org.boxtribute.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

final class OrganisationQueriesIT {
  private final TestServer server = TestServer.shared();

  @Test
  void organisationsLeavesDeletedOnesOut() {
    Answer answer = server.as(TestUser.coordinator()).ask("{ organisations { id name } }").ok();

    assertThat(answer.texts("/organisations", "id")).containsExactly("1", "2", "3");
  }

  @Test
  void organisationFindsDeletedOnes() {
    Answer answer = server.as(TestUser.coordinator()).ask("{ organisation(id: 4) { name } }").ok();

    assertThat(answer.text("/organisation/name")).isEqualTo("Feather Demo Aid");
  }

  @Test
  void basesOfOrganisationsAreVisibleToEveryone() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask("{ organisation(id: 2) { bases { id organisation { id } } } }")
            .ok();

    assertThat(answer.texts("/organisation/bases", "id")).containsExactly("3", "4");
    assertThat(answer.texts("/organisation/bases", "organisation/id")).containsExactly("2", "2");
  }

  @Test
  void deletedBasesAreListedOnRequest() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask("{ organisation(id: 1) { bases(filterInput: {includeDeleted: true}) { id } } }")
            .ok();

    assertThat(answer.texts("/organisation/bases", "id")).containsExactly("1", "2", "6");
  }

  @Test
  void basesAreLimitedToThoseOfTheUser() {
    Answer answer = server.as(TestUser.coordinator(2, 1, 1, 2)).ask("{ bases { id } }").ok();

    assertThat(answer.texts("/bases", "id")).containsExactly("1", "2");
  }

  @Test
  void aBaseOfAnotherOrganisationIsForbidden() {
    Answer answer = server.as(TestUser.coordinator()).ask("{ base(id: 3) { id } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN base");
    assertThat(answer.at("/base").isNull()).isTrue();
  }

  @Test
  void anUnknownBaseIsForbiddenButMissingForGod() {
    assertThat(server.as(TestUser.coordinator()).ask("{ base(id: 99) { id } }").errors())
        .containsExactly("FORBIDDEN base");
    assertThat(server.as(TestUser.god()).ask("{ base(id: 99) { id } }").errors())
        .containsExactly("BAD_USER_INPUT base");
  }

  @Test
  void anIdThatIsNoNumberIsBadUserInput() {
    Answer answer = server.as(TestUser.god()).ask("{ base(id: \"x\") { id } }");

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT base");
  }

  @Test
  void organisationsNeedTheirPermission() {
    TestUser user = TestUser.coordinator().without(Permission.ORGANISATION_READ);

    Answer answer =
        server.as(user).ask("{ bases { id organisation { id } } organisation(id: 1) { id } }");

    assertThat(answer.errors())
        .containsExactlyInAnyOrder("FORBIDDEN bases/0/organisation", "FORBIDDEN organisation");
  }

  @Test
  void aUserSeesTheirOwnAddressOrganisationAndBases() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask("{ user { id email organisation { id } bases { id } lastLogin } }")
            .ok();

    assertThat(answer.text("/user/id")).isEqualTo("3");
    assertThat(answer.text("/user/email")).isEqualTo("coordinator@lantern.example.org");
    assertThat(answer.text("/user/organisation/id")).isEqualTo("1");
    assertThat(answer.texts("/user/bases", "id")).containsExactly("1");
  }

  @Test
  void anotherUsersAddressIsForbiddenAndTheirBasesAreNull() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask("{ user(id: 4) { id name email organisation { id } bases { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN user/email");
    assertThat(answer.at("/user/bases").isNull()).isTrue();
    assertThat(answer.at("/user/organisation").isNull()).isTrue();
    assertThat(answer.text("/user/name")).isNotEmpty();
  }

  @Test
  void usersAreForGodAlone() {
    assertThat(server.as(TestUser.coordinator()).ask("{ users { id } }").ok().at("/users"))
        .isEmpty();
    assertThat(server.as(TestUser.god()).ask("{ users { id } }").ok().at("/users").size())
        .isGreaterThan(10);
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    List<String> one =
        server.statementsOf(
            () -> server.as(TestUser.coordinator()).ask("{ bases { organisation { id } } }").ok());
    List<String> many =
        server.statementsOf(
            () -> server.as(TestUser.god()).ask("{ bases { organisation { id } } }").ok());

    assertThat(many).hasSameSizeAs(one).hasSize(2);
  }
}
