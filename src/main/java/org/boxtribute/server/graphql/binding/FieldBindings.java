package org.boxtribute.server.graphql.binding;

/**
 * A bean that tells how fields of the schemas get their values. Every domain room has some: one for
 * each object type, one for its queries and one for its mutations.
 */
public interface FieldBindings {

  /** Binds this bean's fields; called once, at start-up. */
  void bind(Bindings bindings);
}
