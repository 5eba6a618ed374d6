package org.boxtribute.server.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.graphql.schema.PublishedSchema;

/**
 * Writes the schemas of the three APIs, as SDL and as JSON, for the builds of clients. Part of the
 * build's phase process-classes.
 *
 * <p>Arguments: the folder of the compiled classes, where the jar takes the files from, and the
 * folder where people and other builds find them.
 */
final class SchemaPublication {
  private SchemaPublication() {}

  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    for (Api api : Api.values()) {
      PublishedSchema schema = PublishedSchema.of(api, classes);
      String sdl = schema.sdl();
      String introspection = schema.introspection();
      for (Path folder : new Path[] {classes.resolve("schema"), Path.of(arguments[1])}) {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(api.label() + ".graphql"), sdl);
        Files.writeString(folder.resolve(api.label() + ".introspection.json"), introspection);
      }
    }
  }
}
