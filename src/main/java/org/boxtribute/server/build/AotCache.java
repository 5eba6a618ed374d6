package org.boxtribute.server.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The file in which a JVM remembers the classes of a jar. The JVM takes it only for a jar of the
 * same size and the same time of change, and a copy made without care has another time. There is no
 * option for that, but a mark beside the two numbers says whether the time counts; for the JDK's
 * own classes it does not.
 *
 * @param file the cache
 * @param jar what it was made of
 */
record AotCache(Path file, Path jar) {
  private static final byte YES = 1;
  private static final byte NO = 0;

  /** How far before the numbers the marks are. */
  private static final int MARKS_BYTES = 16;

  /**
   * Has the JVM take the cache for copies of the jar, too. Which mark it is is found by trying: if
   * none does it, the cache stays as it was.
   *
   * @return whether it does
   */
  boolean forgetTime() throws IOException, InterruptedException {
    for (long mark : marks()) {
      write(mark, NO);
      if (isTakenForACopy()) {
        return true;
      }
      write(mark, YES);
    }
    return false;
  }

  /** Where the cache has a yes before the jar's time and size. */
  private List<Long> marks() throws IOException {
    List<Long> marks = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      long numbers = positionOfNumbers(bytes);
      for (long position = Math.max(0, numbers - MARKS_BYTES); position < numbers; position++) {
        if (bytes.get((int) position) == YES) {
          marks.add(position);
        }
      }
    }
    return marks;
  }

  private long positionOfNumbers(MappedByteBuffer bytes) throws IOException {
    long time = Files.getLastModifiedTime(jar).toInstant().getEpochSecond();
    long size = Files.size(jar);
    LongBuffer numbers = bytes.order(ByteOrder.nativeOrder()).asLongBuffer();
    for (int at = 0; at + 1 < numbers.limit(); at++) {
      if (numbers.get(at) == time && numbers.get(at + 1) == size) {
        return (long) at * Long.BYTES;
      }
    }
    return 0;
  }

  private void write(long position, byte value) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {value}), position);
    }
  }

  private boolean isTakenForACopy() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "copy");
    Path copy = folder.resolve(jar.getFileName());
    try {
      Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      return new ProcessBuilder(
                  java,
                  "-XX:AOTMode=on",
                  "-XX:AOTCache=" + file,
                  "-classpath",
                  copy.toString(),
                  "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }
}
