/* What the schema does not allow does not compile: each mistake is expected to be found. */
import { ask } from "./client.js";
import { BasesDocument, BoxesDocument } from "./generated/graphql.js";

export async function mistakes(): Promise<void> {
  // @ts-expect-error a base has to be named
  await ask("", "", BoxesDocument, {});

  // @ts-expect-error a box is in no such state
  await ask("", "", BoxesDocument, { baseId: 1, filter: { states: ["Melted"] } });

  const { bases } = await ask("", "", BasesDocument, {});
  // @ts-expect-error the currency was not asked for
  console.log(bases[0]?.currencyName);
}
