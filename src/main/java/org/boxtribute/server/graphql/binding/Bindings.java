package org.boxtribute.server.graphql.binding;

import graphql.schema.DataFetcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.persistence.Transactions;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Collects at start-up how each field of each object type gets its value. Each field is bound once;
 * the schemas' assembly then compares the bindings with the SDL and refuses to start where they
 * differ.
 */
public final class Bindings {
  private final Map<String, ObjectBinding<?>> objects = new LinkedHashMap<>();
  private final Map<String, List<BoundFields>> extensions = new LinkedHashMap<>();
  private final Map<String, BoundFields> roots = new LinkedHashMap<>();
  private final Map<String, Class<? extends ApiEnum>> enums = new LinkedHashMap<>();
  private final Map<Class<?>, Function<Object, String>> typeNames = new HashMap<>();
  private final QueryBinding query = new QueryBinding(root("Query"));
  private final QueryBinding publicQuery = new QueryBinding(root("PublicQuery"));
  private final MutationBinding mutation;

  /** Starts with nothing bound. */
  public Bindings(Transactions transactions) {
    this.mutation = new MutationBinding(root("Mutation"), transactions);
  }

  /**
   * Starts the bindings of an object type.
   *
   * @param type the type's name in the schema
   * @param source what its fields read: a generated record, or a record of the room
   */
  public <S> ObjectBinding<S> object(String type, Class<S> source) {
    return start(new ObjectBinding<>(type, source, source, Function.identity()));
  }

  /**
   * Starts the bindings of an object type whose sources hold a row of a table, and more.
   *
   * @param table whose columns fields can be bound to
   * @param row the table's row in a source
   */
  public <S, R extends Record> ObjectBinding<S> object(
      String type, Class<S> source, Table<R> table, Function<S, R> row) {
    return start(new ObjectBinding<>(type, source, table.getRecordType(), row));
  }

  /** Starts the bindings of an error type, which is named as its record is. */
  public <E extends UserError> ObjectBinding<E> error(Class<E> error) {
    return object(error.getSimpleName(), error);
  }

  /**
   * Adds fields to an object type that another room has bound, or will.
   *
   * @param type the type's name in the schema
   * @param source what the type's fields read
   */
  public <S> ObjectBinding<S> extend(String type, Class<S> source) {
    ObjectBinding<S> extension = new ObjectBinding<>(type, source, source, Function.identity());
    extensions.computeIfAbsent(type, t -> new ArrayList<>()).add(extension.fields());
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
  public QueryBinding query() {
    return query;
  }

  /** The root query fields of the public API. */
  public QueryBinding publicQuery() {
    return publicQuery;
  }

  /** The root mutation fields. */
  public MutationBinding mutation() {
    return mutation;
  }

  /** Binds an enumeration of the schema to the Java constants of that name. */
  public <E extends Enum<E> & ApiEnum> void enumeration(Class<E> constants) {
    String name = constants.getSimpleName();
    if (enums.put(name, constants) != null) {
      throw new IllegalStateException("The enumeration " + name + " is bound twice");
    }
  }

  /** The bound enumerations, by their names in the schema. */
  public Map<String, Class<? extends ApiEnum>> enumerations() {
    return enums;
  }

  /** The names of the bound object types, those of roots excluded. */
  public Set<String> objectTypes() {
    return objects.keySet();
  }

  /** The names of the bound root types. */
  public Set<String> rootTypes() {
    return roots.keySet();
  }

  /** How the fields of a type get their values, by their names. */
  public Map<String, DataFetcher<?>> fetchersOf(String type) {
    return new LinkedHashMap<>(fieldsOf(type));
  }

  /**
   * Who may read or write what: the rules of each field, in words, by the field's type and name. A
   * field that is open has none.
   */
  public Map<String, List<String>> rules() {
    Map<String, List<String>> rules = new TreeMap<>();
    List<String> types = new ArrayList<>(objects.keySet());
    types.addAll(roots.keySet());
    for (String type : types) {
      fieldsOf(type).forEach((name, field) -> rules.put(type + "." + name, field.rules()));
    }
    return rules;
  }

  /** The name of the object type that a value is, or null if its class is bound to none. */
  public @Nullable String typeNameOf(Object value) {
    Function<Object, String> typeName = typeNames.get(value.getClass());
    return typeName == null ? null : typeName.apply(value);
  }

  private Map<String, BoundField> fieldsOf(String type) {
    Map<String, BoundField> fields = new LinkedHashMap<>();
    for (BoundFields part : partsOf(type)) {
      part.byName()
          .forEach(
              (name, field) -> {
                if (fields.put(name, field) != null) {
                  throw new IllegalStateException(type + "." + name + " is bound twice");
                }
              });
    }
    return fields;
  }

  private List<BoundFields> partsOf(String type) {
    List<BoundFields> parts = new ArrayList<>();
    BoundFields root = roots.get(type);
    if (root != null) {
      parts.add(root);
    }
    ObjectBinding<?> object = objects.get(type);
    if (object != null) {
      parts.add(object.fields());
    }
    parts.addAll(extensions.getOrDefault(type, List.of()));
    return parts;
  }

  private <S> ObjectBinding<S> start(ObjectBinding<S> binding) {
    String type = binding.type();
    if (objects.put(type, binding) != null) {
      throw new IllegalStateException("The type " + type + " is bound twice");
    }
    typeNames.putIfAbsent(binding.source(), row -> type);
    return binding;
  }

  private BoundFields root(String type) {
    return roots.computeIfAbsent(type, BoundFields::new);
  }
}
