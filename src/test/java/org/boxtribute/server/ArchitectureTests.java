package org.boxtribute.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.boxtribute.server.testing.WithoutTests;

/** The house's rules: which room may use which, and what no room may use at all. */
@AnalyzeClasses(packages = "org.boxtribute.server", importOptions = WithoutTests.class)
class ArchitectureTests {
  private static final String ROOT = "org.boxtribute.server.";

  /** From the top down: a domain room may use those before it. */
  private static final List<String> DOMAIN_ROOMS =
      List.of(
          "organisation",
          "product",
          "tag",
          "warehouse",
          "transfer",
          "beneficiary",
          "distribution",
          "statistics",
          "sharing",
          "operations");

  @ArchTest
  static final ArchRule DOMAIN_ROOMS_USE_ONLY_THOSE_ABOVE_THEM =
      classes().that().resideInAnyPackage(below(DOMAIN_ROOMS)).should(useNoRoomBelowTheirOwn());

  @ArchTest
  static final ArchRule NOTHING_USES_THE_EDGE_BUT_WHAT_STARTS_IT =
      noneUses("api", "demo", "lambda");

  @ArchTest static final ArchRule NOTHING_USES_THE_FUNCTION = noneUses("lambda");

  @ArchTest static final ArchRule NOTHING_USES_THE_DEMO_BUT_THE_BUILD = noneUses("demo", "build");

  @ArchTest static final ArchRule NOTHING_USES_THE_BUILD = noneUses("build");

  @ArchTest
  static final ArchRule NO_ROOM_USES_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "*..")
          .and()
          .resideOutsideOfPackage(ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "cli..");

  @ArchTest
  static final ArchRule THE_EDGE_KNOWS_NO_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              below(DOMAIN_ROOMS.stream().filter(room -> !room.equals("operations")).toList()));

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "graphql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(below(DOMAIN_ROOMS));

  @ArchTest
  static final ArchRule SECURITY_KNOWS_NO_OTHER_ROOM =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              below(
                  Stream.concat(DOMAIN_ROOMS.stream(), Stream.of("persistence", "graphql"))
                      .toList()));

  @ArchTest
  static final ArchRule PERSISTENCE_KNOWS_ONLY_SECURITY =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "persistence..")
          .and()
          .resideOutsideOfPackage(
              ROOT + "persistence.schema..") // columns hold the rooms' enumerations
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              below(Stream.concat(DOMAIN_ROOMS.stream(), Stream.of("graphql")).toList()));

  @ArchTest
  static final ArchRule ONLY_REPOSITORIES_BUILD_STATEMENTS =
      noClasses()
          .that()
          .resideInAnyPackage(below(DOMAIN_ROOMS))
          .and()
          .haveSimpleNameNotEndingWith("Repository")
          .and()
          .haveNameNotMatching(".*Repository\\$.*")
          .and()
          .haveNameNotMatching(
              ".*TagRelations(\\$.*)?") // the repository of a table with many users
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.jooq.DSLContext");

  /** Whose transactions a room's writes run in is the bindings' business. */
  @ArchTest
  static final ArchRule WRITES_OPEN_NO_TRANSACTION =
      noClasses()
          .that()
          .resideInAnyPackage(below(DOMAIN_ROOMS))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(ROOT + "persistence.Transactions");

  @ArchTest
  static final ArchRule ENGINE_HAS_NO_CYCLES =
      slices().matching(ROOT + "graphql.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_ENGINES_PARTS_KNOW_NOTHING_ABOVE_THEM =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "graphql.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "graphql");

  @ArchTest
  static final ArchRule CODE_HAS_ONE_COLOUR =
      noClasses()
          .that()
          .resideInAnyPackage(below(DOMAIN_ROOMS))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.reactivestreams..", "reactor..", "io.reactivex..", "org.dataloader..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Flow");

  @ArchTest
  static final ArchRule THE_REQUEST_IS_A_PARAMETER =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "persistence.schema..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocal.class);

  @ArchTest
  static final ArchRule NOTHING_IS_FOUND_BY_REFLECTION =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "persistence.schema..")
          .and()
          .haveNameNotMatching(".*\\.\\$.*") // written by Micronaut's compiler
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..");

  @ArchTest
  static final ArchRule NO_STATE_IS_STATIC =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(ROOT + "persistence.schema..")
          .and()
          .areDeclaredInClassesThat()
          .haveNameNotMatching(".*\\.\\$.*")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "persistence.schema..")
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

  private static ArchRule noneUses(String room, String... except) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.concat(Stream.of(room), Stream.of(except))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + room + "..");
  }

  private static String[] below(List<String> rooms) {
    return rooms.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> useNoRoomBelowTheirOwn() {
    return new ArchCondition<>("use no room below their own") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        int own = roomOf(user);
        user.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> roomOf(dependency.getTargetClass()) > own)
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  /** The place of a class's room in the list; -1 for a class outside the domain. */
  private static int roomOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT)
        ? DOMAIN_ROOMS.indexOf(name.substring(ROOT.length()).split("\\.", -1)[0])
        : -1;
  }
}
