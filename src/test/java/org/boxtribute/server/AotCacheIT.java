package org.boxtribute.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AOT cache goes where the jar goes. */
final class AotCacheIT {
  private static final Path CACHE = Path.of("target", "boxtribute-server.aot");

  @TempDir private Path folder;

  private final Path jar = ServerProcess.jar().orElse(Path.of("target"));

  @BeforeEach
  void isPackaged() {
    assumeThat(CACHE).as("the AOT cache, made by ./mvnw package").exists();
  }

  @Test
  void whereItWasMade() throws Exception {
    assertThat(outputOf(jar, CACHE)).isEqualTo(jvmAlone());
  }

  @Test
  void inACopyWithAnotherTime() throws Exception {
    Path copy = Files.copy(jar, folder.resolve(jar.getFileName()));
    Path cache = Files.copy(CACHE, folder.resolve("other.aot"));
    Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofDays(400))));

    assertThat(outputOf(copy, cache)).isEqualTo(jvmAlone());
  }

  @Test
  void outOfAnArchive() throws Exception {
    Path archive = folder.resolve("server.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setLevel(1);
      for (Path file : List.of(jar, CACHE)) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
      }
    }
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, unpacked.resolve(entry.getName()));
      }
    }

    assertThat(outputOf(unpacked.resolve(jar.getFileName()), unpacked.resolve(CACHE.getFileName())))
        .isEqualTo(jvmAlone());
  }

  @Test
  void notForAJarOfAnotherSize() throws Exception {
    Path other = Files.copy(jar, folder.resolve(jar.getFileName()));
    try (OutputStream end = Files.newOutputStream(other, StandardOpenOption.APPEND)) {
      end.write(0);
    }

    assertThat(outputOf(other, CACHE)).isNotEqualTo(jvmAlone());
  }

  private static String jvmAlone() throws IOException, InterruptedException {
    return run(List.of("-version"));
  }

  /** The JVM insists on the cache, and says why if it cannot have it. */
  private static String outputOf(Path jar, Path cache) throws IOException, InterruptedException {
    return run(
        List.of(
            "-XX:AOTMode=on",
            "-XX:AOTCache=" + cache.toAbsolutePath(),
            "-classpath",
            jar.toAbsolutePath().toString(),
            "-version"));
  }

  private static String run(List<String> options) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(ServerProcess.java());
    builder.command().addAll(options);
    Process process = builder.redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text.lines().filter(line -> !line.contains("sharing")).reduce("", (a, b) -> a + b);
    }
  }
}
