package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STANDARD_PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.godOnly;
import static org.boxtribute.server.security.Requirement.ownOrganisation;
import static org.boxtribute.server.security.Requirement.requires;
import static org.boxtribute.server.security.Requirement.self;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each rule lets pass, and how it refuses. */
class RequirementTests {

  /** Stands for whatever row a rule looks at. */
  private record Row(@Nullable Integer base, List<Integer> bases, int id) {
    static Row inBase(@Nullable Integer base) {
      return new Row(base, List.of(), 0);
    }

    static Row inBases(Integer... bases) {
      return new Row(null, Arrays.asList(bases), 0);
    }

    static Row ofId(int id) {
      return new Row(null, List.of(), id);
    }
  }

  private static final CurrentUser MEMBER =
      CurrentUser.member(
          8,
          10,
          Map.of(
              STOCK_READ, Set.of(1, 2),
              STOCK_WRITE, Set.of(2),
              PRODUCT_READ, Set.of(),
              BASE_READ, Set.of(3),
              STANDARD_PRODUCT_READ, Set.of(2)),
          0,
          null);
  private static final CurrentUser GOD = CurrentUser.god(1, 0, null);
  private static final CurrentUser ANONYMOUS = CurrentUser.anonymous();

  private static <S> Forbidden refusal(Requirement<S> rule, CurrentUser user, S source) {
    Forbidden refusal = catchThrowableOfType(Forbidden.class, () -> rule.check(user, source));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(rule.allows(user, source)).isFalse();
    return refusal;
  }

  private static <S> void assertAllows(Requirement<S> rule, CurrentUser user, S source) {
    assertThatCode(() -> rule.check(user, source)).doesNotThrowAnyException();
    assertThat(rule.allows(user, source)).isTrue();
  }

  private static void assertNames(Permission permission, Forbidden refusal) {
    assertThat(refusal.missingPermission()).hasValue(permission);
    assertThat(refusal.base()).isEmpty();
    assertThat(refusal.description()).contains("'" + permission.apiName() + "'");
  }

  private static void assertNamesBase(int base, Forbidden refusal) {
    assertThat(refusal.base()).hasValue(base);
    assertThat(refusal.missingPermission()).isEmpty();
    assertThat(refusal.description()).contains("'base=" + base + "'");
  }

  private static void assertNamesOnly(String subject, Forbidden refusal) {
    assertThat(refusal.base()).isEmpty();
    assertThat(refusal.missingPermission()).isEmpty();
    assertThat(refusal.description()).contains("'" + subject + "'");
    assertThat(refusal).hasMessage(refusal.description());
  }

  @Test
  void anywhere_asks_for_any_base() {
    assertAllows(requires(STOCK_WRITE).anywhere(), MEMBER, Row.inBase(1));
    assertAllows(requires(BASE_READ).anywhere(), MEMBER, "whatever");
    assertNames(LOCATION_READ, refusal(requires(LOCATION_READ).anywhere(), MEMBER, ""));
  }

  @Test
  void a_permission_for_no_base_is_held_nowhere() {
    assertNames(PRODUCT_READ, refusal(requires(PRODUCT_READ).anywhere(), MEMBER, ""));
    assertNamesBase(1, refusal(requires(PRODUCT_READ).inBase(Row::base), MEMBER, Row.inBase(1)));
    assertNamesOnly(
        "bases=[1, 2]",
        refusal(requires(PRODUCT_READ).inAnyBaseOf(Row::bases), MEMBER, Row.inBases(1, 2)));
  }

  @Test
  void in_base_asks_for_the_rows_base() {
    Requirement<Row> rule = requires(STOCK_READ).inBase(Row::base);

    assertAllows(rule, MEMBER, Row.inBase(1));
    assertAllows(rule, MEMBER, Row.inBase(2));
    assertNamesBase(3, refusal(rule, MEMBER, Row.inBase(3)));
  }

  @Test
  void whoever_lacks_the_permission_is_told_the_permission_rather_than_the_base() {
    assertNames(
        LOCATION_READ, refusal(requires(LOCATION_READ).inBase(Row::base), MEMBER, Row.inBase(1)));
    assertNames(
        LOCATION_READ,
        refusal(requires(LOCATION_READ).inBase(Row::base), MEMBER, Row.inBase(null)));
    assertNames(
        LOCATION_READ,
        refusal(requires(LOCATION_READ).inAnyBaseOf(Row::bases), MEMBER, Row.inBases(1)));
    assertNames(
        LOCATION_READ,
        refusal(requires(LOCATION_READ).inAnyBaseOf(Row::bases), MEMBER, Row.inBases()));
    assertNames(
        LOCATION_READ,
        refusal(requires(LOCATION_READ).inEveryBaseOf(Row::bases), MEMBER, Row.inBases(1)));
  }

  @Test
  void one_permission_says_nothing_about_another() {
    assertNamesBase(1, refusal(requires(STOCK_WRITE).inBase(Row::base), MEMBER, Row.inBase(1)));
    assertNamesBase(1, refusal(requires(BASE_READ).inBase(Row::base), MEMBER, Row.inBase(1)));
  }

  @Test
  void without_a_base_a_permission_is_refused_unless_it_is_base_agnostic() {
    assertNamesOnly(
        "bases=[]", refusal(requires(STOCK_READ).inBase(Row::base), MEMBER, Row.inBase(null)));
    assertAllows(requires(STANDARD_PRODUCT_READ).inBase(Row::base), MEMBER, Row.inBase(null));
    assertNames(
        Permission.USER_READ,
        refusal(requires(Permission.USER_READ).inBase(Row::base), MEMBER, Row.inBase(null)));
  }

  @Test
  void a_base_that_is_given_counts_for_base_agnostic_permissions_too() {
    Requirement<Row> rule = requires(STANDARD_PRODUCT_READ).inBase(Row::base);

    assertAllows(rule, MEMBER, Row.inBase(2));
    assertNamesBase(1, refusal(rule, MEMBER, Row.inBase(1)));
  }

  @Test
  void in_any_base_asks_for_one_of_the_rows_bases() {
    Requirement<Row> rule = requires(STOCK_READ).inAnyBaseOf(Row::bases);

    assertAllows(rule, MEMBER, Row.inBases(5, 2));
    assertAllows(rule, MEMBER, Row.inBases(1, 2));
    assertNamesOnly("bases=[4, 5]", refusal(rule, MEMBER, Row.inBases(4, 5)));
    assertNamesOnly("bases=[]", refusal(rule, MEMBER, Row.inBases()));
  }

  @Test
  void in_every_base_asks_for_all_of_the_rows_bases() {
    Requirement<Row> rule = requires(STOCK_READ).inEveryBaseOf(Row::bases);

    assertAllows(rule, MEMBER, Row.inBases(1, 2));
    assertNamesBase(4, refusal(rule, MEMBER, Row.inBases(1, 4, 5)));
    assertNamesOnly("bases=[]", refusal(rule, MEMBER, Row.inBases()));
  }

  @Test
  void self_is_the_user_and_nobody_else() {
    assertAllows(self(Row::id), MEMBER, Row.ofId(8));
    assertNamesOnly("user=9", refusal(self(Row::id), MEMBER, Row.ofId(9)));
  }

  @Test
  void the_own_organisation_is_the_users_and_no_other() {
    assertAllows(ownOrganisation(Row::id), MEMBER, Row.ofId(10));
    assertNamesOnly("organisation=8", refusal(ownOrganisation(Row::id), MEMBER, Row.ofId(8)));
  }

  @Test
  void god_only_is_for_gods() {
    assertAllows(godOnly(), GOD, "");
    assertNamesOnly("role=boxtribute_god", refusal(godOnly(), MEMBER, ""));
    assertNamesOnly("role=boxtribute_god", refusal(godOnly(), ANONYMOUS, ""));
  }

  @Test
  void a_god_passes_every_rule() {
    assertAllows(requires(LOCATION_READ).anywhere(), GOD, "");
    assertAllows(requires(LOCATION_READ).inBase(Row::base), GOD, Row.inBase(77));
    assertAllows(requires(LOCATION_READ).inBase(Row::base), GOD, Row.inBase(null));
    assertAllows(requires(LOCATION_READ).inAnyBaseOf(Row::bases), GOD, Row.inBases());
    assertAllows(requires(LOCATION_READ).inEveryBaseOf(Row::bases), GOD, Row.inBases());
    assertAllows(requires(LOCATION_READ).inEveryBaseOf(Row::bases), GOD, Row.inBases(77));
    assertAllows(self(Row::id), GOD, Row.ofId(8));
    assertAllows(ownOrganisation(Row::id), GOD, Row.ofId(10));
  }

  @Test
  void the_anonymous_caller_passes_none() {
    for (Permission permission : Permission.values()) {
      assertNames(permission, refusal(requires(permission).anywhere(), ANONYMOUS, ""));
      assertNames(
          permission, refusal(requires(permission).inBase(Row::base), ANONYMOUS, Row.inBase(1)));
    }
    refusal(self(Row::id), ANONYMOUS, Row.ofId(ANONYMOUS.id()));
    refusal(ownOrganisation(Row::id), ANONYMOUS, Row.ofId(0));
  }

  @Test
  void both_of_two_rules_have_to_be_met_and_the_first_is_reported() {
    Requirement<Row> rule =
        requires(STOCK_READ).anywhere().and(requires(STOCK_WRITE).inBase(Row::base));

    assertAllows(rule, MEMBER, Row.inBase(2));
    assertNamesBase(1, refusal(rule, MEMBER, Row.inBase(1)));
    assertNames(STOCK_READ, refusal(rule, ANONYMOUS, Row.inBase(2)));
  }

  @Test
  void one_of_two_rules_has_to_be_met() {
    Requirement<Row> rule =
        requires(STOCK_WRITE).inBase(Row::base).or(requires(STOCK_READ).inAnyBaseOf(Row::bases));

    assertAllows(rule, MEMBER, new Row(2, List.of(), 0));
    assertAllows(rule, MEMBER, new Row(7, List.of(1), 0));
    assertNamesOnly("bases=[6]", refusal(rule, MEMBER, new Row(7, List.of(6), 0)));
  }

  @Test
  void a_refusal_carries_no_stack_trace() {
    assertThat(Forbidden.permission(STOCK_READ).getStackTrace()).isEmpty();
  }

  @Test
  void a_list_is_limited_to_the_bases_of_the_permission() {
    assertThat(MEMBER.scope(STOCK_READ)).isEqualTo(new BaseScope.Only(Set.of(1, 2)));
    assertThat(MEMBER.scope(STOCK_READ).includes(2)).isTrue();
    assertThat(MEMBER.scope(STOCK_READ).includes(3)).isFalse();
    assertThat(GOD.scope(STOCK_READ)).isEqualTo(new BaseScope.All());
    assertThat(GOD.scope(STOCK_READ).includes(3)).isTrue();
    for (CurrentUser user : List.of(MEMBER, ANONYMOUS)) {
      for (Permission permission : List.of(LOCATION_READ, PRODUCT_READ)) {
        assertThatThrownBy(() -> user.scope(permission))
            .isInstanceOfSatisfying(Forbidden.class, refusal -> assertNames(permission, refusal));
      }
    }
  }

  @Test
  void a_gods_bases_cannot_be_listed_by_mistake() {
    assertThatThrownBy(() -> GOD.bases(STOCK_READ)).isInstanceOf(IllegalStateException.class);
    assertThat(ANONYMOUS.bases(STOCK_READ)).isEmpty();
  }

  @Test
  void a_users_rights_cannot_be_changed() {
    Set<Integer> given = new HashSet<>(Set.of(1));
    CurrentUser user = CurrentUser.member(8, 10, Map.of(STOCK_READ, given), 0, null);
    given.add(2);

    assertThat(user.bases(STOCK_READ)).containsExactly(1);
    assertThatThrownBy(() -> user.bases(STOCK_READ).add(3))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void bases_come_in_ascending_order() {
    Collection<Integer> bases =
        CurrentUser.member(8, 10, Map.of(STOCK_READ, Set.of(30, 4, 100, 1, 22)), 0, null)
            .bases(STOCK_READ);

    assertThat(bases).containsExactly(1, 4, 22, 30, 100);
  }

  @Test
  void services_can_demand_rights_without_a_row() {
    MEMBER.require(STOCK_WRITE);
    MEMBER.requireIn(STOCK_WRITE, 2);
    MEMBER.requireInAnyOf(STOCK_WRITE, List.of(1, 2));
    GOD.requireIn(LOCATION_READ, 77);

    assertThatThrownBy(() -> MEMBER.require(LOCATION_READ)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> MEMBER.requireIn(STOCK_WRITE, 1)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> MEMBER.requireInAnyOf(STOCK_WRITE, List.of(1)))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void a_user_shows_neither_rights_nor_names_when_printed() {
    assertThat(MEMBER).hasToString("member user 8");
    assertThat(GOD).hasToString("god user 1");
    assertThat(ANONYMOUS).hasToString("anonymous user 0");
  }
}
