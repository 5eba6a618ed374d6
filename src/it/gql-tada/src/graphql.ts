import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./schema.js";

/** Gives an operation its types, from the schema; `Date` and `Datetime` come as texts. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; Datetime: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";
export { readFragment } from "gql.tada";
