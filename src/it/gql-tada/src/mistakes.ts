/* What the schema does not allow does not compile: each mistake is expected to be found. */
import { graphql, type ResultOf, type VariablesOf } from "./graphql.js";
import { boxes } from "./boxes.js";

// @ts-expect-error no box has a colour
export type Colour = ResultOf<typeof boxes>["boxes"]["elements"][number]["color"];

// @ts-expect-error a box is in no such state
export const melted: VariablesOf<typeof boxes> = { baseId: "1", filter: { states: ["Melted"] } };

// @ts-expect-error a base has to be named
export const everywhere: VariablesOf<typeof boxes> = {};

const unknown = graphql(`query Unknown($id: ID!) { base(id: $id) { name } }`);

// @ts-expect-error the id was not asked for
export const id = (answer: ResultOf<typeof unknown>) => answer.base?.id;
