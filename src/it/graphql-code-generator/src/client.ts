import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

/** What the server answers to an operation whose variables and result are known to the compiler. */
export async function ask<Result, Variables>(
  server: string,
  authorization: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(server, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: authorization },
    body: JSON.stringify({ documentId: idOf(document), variables }),
  });
  const answer = (await response.json()) as { data?: Result; errors?: { message: string }[] };
  if (!answer.data || answer.errors) {
    throw new Error(answer.errors?.[0]?.message ?? `status ${response.status}`);
  }
  return answer.data;
}

/** The id under which the build has registered a document. */
export function idOf(document: object): string {
  return (document as { __meta__: { hash: string } }).__meta__.hash;
}
