package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boxtribute.server.ContainerFile.Instruction;
import org.boxtribute.server.ContainerFile.Stage;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.Http;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the Dockerfile says, step by step, without an engine: the build stage is the build that
 * this test belongs to, the second stage is made in a folder, and run as its user, who may write
 * nothing there.
 */
class DockerfileIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private final ContainerFile file = read();
  private final Stage build = file.stages().getFirst();
  private final Stage image = file.stages().getLast();

  @Test
  void bothStagesHaveTheSameJdkInAVersionOfItsOwn() {
    assertThat(file.stages()).hasSize(2);
    assertThat(build.image()).matches("eclipse-temurin:25\\.\\d+\\.\\d+_\\d+-jdk");
    assertThat(image.image()).isEqualTo(build.image());
  }

  @Test
  void theBuildStageRunsTheReadmesBuildOnAllThatItNeeds() throws IOException {
    String run = build.only("RUN").text().replaceAll("--mount=\\S+ ", "");
    assertThat(run.replace("-B -ntp ", "")).isEqualTo("./mvnw package");
    assertThat(Files.readString(PROJECT.resolve("README.md"))).contains("    ./mvnw package\n");
    List<String> copied = new ArrayList<>();
    for (Instruction copy : build.all("COPY")) {
      copied.addAll(List.of(copy.text().split(" ", -1)).subList(0, words(copy) - 1));
    }
    assertThat(copied).contains("mvnw", "pom.xml", ".mvn", "db", "src");
    for (String path : copied) {
      assertThat(PROJECT.resolve(path)).exists();
      assertThat(ContainerFile.isSent(PROJECT.resolve(".dockerignore"), Path.of(path))).isTrue();
    }
  }

  @Test
  void nothingElseIsSentToTheEngine() throws IOException {
    for (String path : List.of(".git", "target", "docs", "target/boxtribute-server.aot", ".env")) {
      assertThat(ContainerFile.isSent(PROJECT.resolve(".dockerignore"), Path.of(path)))
          .as(path)
          .isFalse();
    }
  }

  @Test
  void theImageRunsUnderAUserWhoMayWriteNothing() {
    assertThat(image.only("USER").text()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
    assertThat(image.only("STOPSIGNAL").text()).isEqualTo("SIGTERM");
    assertThat(image.only("EXPOSE").text()).isEqualTo("5005");
    assertThat(image.only("ENV").text()).isEqualTo("HOST=0.0.0.0");
    assertThat(image.all("RUN")).isEmpty();
    assertThat(image.only("ENTRYPOINT").words().getFirst()).isEqualTo("java");
  }

  @Test
  void theImageStartsIsHealthyAndEndsInOrder(@TempDir Path temporary) throws Exception {
    assumeThat(ServerProcess.jar()).as("the packaged jar, made by ./mvnw package").isPresent();
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = make(temporary.resolve("image"));
    DatabaseAddress database = TestDatabase.server().create("boxtribute_test_container");
    Map<String, String> variables = ServerProcess.variables(database);
    variables.put("HOST", "127.0.0.1");
    try {
      assertThat(health(root, variables)).as("before the start").isNotZero();
      try (ServerProcess server = ServerProcess.start(entrypoint(root), workdir(root), variables)) {
        URI address = server.await();

        assertThat(health(root, variables)).as("while it runs: " + server.output()).isZero();
        assertThat(
                Http.send(
                        "POST",
                        address.resolve("/graphql"),
                        "{\"query\": \"{ organisations { id } }\"}",
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + TestServer.shared().token(TestUser.god()))
                    .body())
            .isEqualTo("{\"data\":{\"organisations\":[]}}");
        server.terminate();
        assertThat(server.ended()).isEqualTo(143);
        assertThat(server.output().lines().filter(line -> hasCache(root) || !isOfCache(line)))
            .noneMatch(line -> line.matches(".*( WARN | ERROR |\\[warning *]|\\[error *]).*"));
      }
      assertThat(health(root, variables)).as("after the end").isNotZero();
    } finally {
      setWritable(root, true);
    }
  }

  /** A build may have left it out, of which the JVM complains. */
  private boolean hasCache(Path root) {
    return Files.exists(workdir(root).resolve("boxtribute-server.aot"));
  }

  private static boolean isOfCache(String line) {
    return line.contains("[aot");
  }

  /** The second stage's files, which nobody may write. */
  private Path make(Path root) throws IOException {
    Path folder = Files.createDirectories(workdir(root));
    for (Instruction copy : image.all("COPY")) {
      List<String> paths = List.of(copy.text().replace("--from=build ", "").split(" ", -1));
      boolean fromBuild = copy.text().startsWith("--from=build ");
      Optional<Path> source = source(paths.getFirst(), fromBuild);
      if (source.isEmpty()) {
        assertThat(paths.getFirst()).as("what is not built").endsWith(".aot");
        continue;
      }
      Path target = folder.resolve(paths.getLast()).normalize();
      Files.copy(
          source.get(),
          Files.isDirectory(target) ? target.resolve(source.get().getFileName()) : target,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    setWritable(root, false);
    return root;
  }

  /** The one file that is meant; only the AOT cache may have been left out of the build. */
  private Optional<Path> source(String path, boolean fromBuild) throws IOException {
    if (!fromBuild) {
      assertThat(ContainerFile.isSent(PROJECT.resolve(".dockerignore"), Path.of(path))).isTrue();
      return Optional.of(PROJECT.resolve(path));
    }
    String folder = build.only("WORKDIR").text() + "/target/";
    assertThat(path).startsWith(folder);
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(PROJECT.resolve("target"), path.substring(folder.length()))) {
      List<Path> files = new ArrayList<>();
      found.forEach(files::add);
      assertThat(files).hasSizeLessThanOrEqualTo(1);
      return files.stream().findFirst();
    }
  }

  private Path workdir(Path root) {
    return root.resolve(image.only("WORKDIR").text().substring(1));
  }

  /** As it is written, with the paths of the image in the folder. */
  private List<String> command(Path root, Instruction instruction) {
    String place = image.only("WORKDIR").text();
    return instruction.words().stream()
        .map(word -> word.replace(place, workdir(root).toString()))
        .toList();
  }

  private List<String> entrypoint(Path root) {
    List<String> command = new ArrayList<>(command(root, image.only("ENTRYPOINT")));
    command.set(0, ServerProcess.java());
    return asUser(command);
  }

  /** Who is root here becomes the image's user. */
  private List<String> asUser(List<String> command) {
    if (!System.getProperty("user.name").equals("root")) {
      return command;
    }
    String[] user = image.only("USER").text().split(":", 2);
    return Stream.concat(
            Stream.of(
                "setpriv", "--reuid=" + user[0], "--regid=" + user[1], "--clear-groups", "--"),
            command.stream())
        .toList();
  }

  private int health(Path root, Map<String, String> variables) throws Exception {
    ProcessBuilder check =
        new ProcessBuilder(asUser(command(root, image.only("HEALTHCHECK"))))
            .redirectErrorStream(true);
    check.environment().put("PORT", variables.get("PORT"));
    Process process = check.start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static void setWritable(Path root, boolean writable) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        boolean runs = Files.isDirectory(path) || Files.isExecutable(path);
        String permissions =
            (writable ? "rwx" : runs ? "r-x" : "r--") + (runs ? "r-xr-x" : "r--r--");
        if (!Files.isSymbolicLink(path) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
      }
    }
  }

  private static int words(Instruction instruction) {
    return instruction.text().split(" ", -1).length;
  }

  private static ContainerFile read() {
    try {
      return ContainerFile.read(PROJECT.resolve("Dockerfile"));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
