package org.boxtribute.server.graphql;

import graphql.schema.DataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.boxtribute.server.persistence.type.ApiEnum;
import org.jspecify.annotations.Nullable;

/**
 * Collects at start-up how each field of each object type gets its value. Each field is bound once;
 * {@link Schemas} then compares the bindings with the SDL and refuses to start where they differ.
 */
public final class Bindings {
  private final Refusals refusals;
  private final Map<String, ObjectBinding<?>> objects = new LinkedHashMap<>();
  private final Map<String, List<ObjectBinding<?>>> extensions = new LinkedHashMap<>();
  private final Map<String, RootBinding> roots = new LinkedHashMap<>();
  private final Map<String, Class<? extends ApiEnum>> enums = new LinkedHashMap<>();
  private final Map<Class<?>, Function<Object, String>> typeNames = new HashMap<>();
  private final Map<Object, BoundLoader> loaders = new HashMap<>();

  Bindings(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * Starts the bindings of an object type.
   *
   * @param type the type's name in the schema
   * @param source what its fields read: a generated record, or a record of the room
   */
  public <S> ObjectBinding<S> object(String type, Class<S> source) {
    ObjectBinding<S> binding = new ObjectBinding<>(type, source, this::bound, this::bound);
    if (objects.put(type, binding) != null) {
      throw new IllegalStateException("The type " + type + " is bound twice");
    }
    typeNames.putIfAbsent(source, row -> type);
    return binding;
  }

  /**
   * Adds fields to an object type that another room has bound, or will.
   *
   * @param type the type's name in the schema
   * @param source what the type's fields read
   */
  public <S> ObjectBinding<S> extend(String type, Class<S> source) {
    ObjectBinding<S> extension = new ObjectBinding<>(type, source, this::bound, this::bound);
    extensions.computeIfAbsent(type, t -> new ArrayList<>()).add(extension);
    return extension;
  }

  /**
   * Tells which object type a row is where several types read the same class.
   *
   * @param typeName the name of the object type of a row, as in the schema
   */
  public <S> void discriminate(Class<S> source, Function<S, String> typeName) {
    typeNames.put(source, row -> typeName.apply(source.cast(row)));
  }

  /** The root query fields of the full and the query-only API. */
  public RootBinding query() {
    return root("Query");
  }

  /** The root query fields of the public API. */
  public RootBinding publicQuery() {
    return root("PublicQuery");
  }

  /** The root mutation fields. */
  public RootBinding mutation() {
    return root("Mutation");
  }

  /** Binds an enumeration of the schema to its Java constants. */
  public <E extends Enum<E> & ApiEnum> void enumeration(String name, Class<E> constants) {
    if (enums.put(name, constants) != null) {
      throw new IllegalStateException("The enumeration " + name + " is bound twice");
    }
  }

  Map<String, Class<? extends ApiEnum>> enumerations() {
    return enums;
  }

  Set<String> objectTypes() {
    return objects.keySet();
  }

  Map<String, DataFetcher<?>> fetchersOf(String type) {
    RootBinding root = roots.get(type);
    if (root != null) {
      return root.fetchers();
    }
    Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
    ObjectBinding<?> object = objects.get(type);
    if (object != null) {
      fetchers.putAll(object.fetchers());
    }
    for (ObjectBinding<?> extension : extensions.getOrDefault(type, List.of())) {
      for (Map.Entry<String, DataFetcher<?>> field : extension.fetchers().entrySet()) {
        if (fetchers.put(field.getKey(), field.getValue()) != null) {
          throw new IllegalStateException(type + "." + field.getKey() + " is bound twice");
        }
      }
    }
    return fetchers;
  }

  Set<String> rootTypes() {
    return roots.keySet();
  }

  /** The name of the object type that a value is, or null if its class is bound to none. */
  @Nullable String typeNameOf(Object value) {
    Function<Object, String> typeName = typeNames.get(value.getClass());
    return typeName == null ? null : typeName.apply(value);
  }

  private RootBinding root(String type) {
    return roots.computeIfAbsent(type, t -> new RootBinding(t, t.equals("Mutation"), refusals));
  }

  private BoundLoader bound(Loader<?, ?> loader) {
    return loaders.computeIfAbsent(loader, l -> BoundLoader.of(loader));
  }

  private BoundLoader bound(ArgumentLoader<?, ?, ?> loader) {
    return loaders.computeIfAbsent(loader, l -> BoundLoader.of(loader));
  }
}
