package org.boxtribute.server.graphql.schema;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.binding.FieldBindings;

/** Finds the SDL of the rooms: {@code graphql/<room>/<file>.graphqls}; see {@link Api}. */
final class SchemaFiles {
  private static final String ROOT = "org.boxtribute.server.";
  private static final String COMMON = "common";

  private final SortedSet<String> folders = new TreeSet<>();

  private SchemaFiles(Collection<String> rooms) {
    folders.add(COMMON);
    folders.addAll(rooms);
  }

  /** The files of the rooms that these bindings belong to. */
  static SchemaFiles of(Collection<FieldBindings> bindings) {
    return new SchemaFiles(bindings.stream().map(SchemaFiles::room).toList());
  }

  /** The files of all rooms below a folder of resources, which the class path has as well. */
  static SchemaFiles below(Path resources) {
    try (Stream<Path> rooms = Files.list(resources.resolve("graphql"))) {
      return new SchemaFiles(rooms.map(room -> room.getFileName().toString()).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the files that belong to an API define. */
  TypeDefinitionRegistry definitions(Api api) {
    TypeDefinitionRegistry definitions = new TypeDefinitionRegistry();
    for (String folder : folders) {
      for (String file : api.files()) {
        merge("graphql/" + folder + "/" + file + ".graphqls", definitions);
      }
    }
    return definitions;
  }

  private static String room(FieldBindings bindings) {
    String room = bindings.getClass().getPackageName().substring(ROOT.length());
    int end = room.indexOf('.');
    return end < 0 ? room : room.substring(0, end);
  }

  private static void merge(String resource, TypeDefinitionRegistry definitions) {
    try (InputStream stream = SchemaFiles.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream != null) {
        definitions.merge(
            new SchemaParser().parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
