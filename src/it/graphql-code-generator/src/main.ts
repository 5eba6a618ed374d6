import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { ask, idOf } from "./client.js";
import { BasesDocument, BoxesDocument, RenameTagDocument } from "./generated/graphql.js";

const manifest: Record<string, string> = JSON.parse(
  readFileSync("src/generated/persisted-documents.json", "utf8"),
);
for (const document of [BasesDocument, BoxesDocument, RenameTagDocument]) {
  const id = idOf(document);
  const text = manifest[id];
  if (text === undefined || id !== "sha256:" + createHash("sha256").update(text).digest("hex")) {
    throw new Error(`${id} is not in the manifest as it should be`);
  }
}

// With the address of a server and an Authorization header, that server is asked.
const [server, authorization = ""] = process.argv.slice(2);
if (server) {
  const { bases } = await ask(server, authorization, BasesDocument, {});
  for (const base of bases) {
    const { boxes } = await ask(server, authorization, BoxesDocument, { baseId: base.id });
    console.log(`${base.name} of ${base.organisation.name}: ${boxes.totalCount} boxes`);
  }
}
