package org.boxtribute.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.boxtribute.server.demo.DemoApplication.CannotStart;

/** The file that takes what the server and its libraries log, so that the demo can greet. */
record DemoLog(Path file) {
  private static final String CONFIGURATION = "org/boxtribute/server/demo/logback-demo.xml";

  /** Has all loggers write there; to be called before the first of them is made. */
  void open() {
    try {
      Files.createDirectories(file.getParent());
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException failure) {
      throw new CannotStart("The demo cannot write to its folder: " + failure.getMessage());
    }
    System.setProperty("demo.log", file.toString());
    System.setProperty("logback.configurationFile", CONFIGURATION);
  }
}
