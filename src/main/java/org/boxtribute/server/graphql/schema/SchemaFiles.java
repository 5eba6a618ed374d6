package org.boxtribute.server.graphql.schema;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.FieldBindings;

/** Finds the SDL of the rooms: {@code graphql/<room>/<file>.graphqls}; see {@link Api}. */
final class SchemaFiles {
  private static final String ROOT = "org.boxtribute.server.";
  private static final String COMMON = "common";

  private final SortedSet<String> folders = new TreeSet<>();

  /** The files of the rooms that these bindings belong to. */
  SchemaFiles(Collection<FieldBindings> bindings) {
    folders.add(COMMON);
    bindings.forEach(binding -> folders.add(room(binding)));
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
