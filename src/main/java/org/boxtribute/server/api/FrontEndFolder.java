package org.boxtribute.server.api;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder with a built front-end, which may be replaced while the server runs. Safe to share
 * between threads.
 */
final class FrontEndFolder {
  private final Path folder;

  FrontEndFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A file that is there.
   *
   * @param name what it is asked for as
   * @param path where it really is
   */
  record File(FrontEndFolder folder, String name, Path path) {

    /** The same file as the build has compressed it, unless it was changed since. */
    Optional<File> compressed(String extension) throws IOException {
      Optional<File> compressed = folder.find(name + extension);
      return compressed.isPresent() && isOlderThan(compressed.get())
          ? compressed
          : Optional.empty();
    }

    private boolean isOlderThan(File other) throws IOException {
      return Files.getLastModifiedTime(path).compareTo(Files.getLastModifiedTime(other.path)) <= 0;
    }
  }

  /**
   * The plain file at a path in the folder. Links are followed as long as they stay in it.
   *
   * @param name as {@link FrontEndPath} gives it
   */
  Optional<File> find(String name) throws IOException {
    try {
      Path root = folder.toRealPath();
      Path path = root.resolve(name).toRealPath();
      boolean isInside = path.startsWith(root) && Files.isRegularFile(path);
      return isInside && Files.isReadable(path)
          ? Optional.of(new File(this, name, path))
          : Optional.empty();
    } catch (FileSystemException missing) {
      return Optional.empty();
    }
  }
}
