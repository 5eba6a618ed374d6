import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../../target/schema/full.graphql",
  documents: "src/**/*.graphql",
  importExtension: ".js",
  generates: {
    "./src/generated/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: false,
        // Writes persisted-documents.json too: what the server is given with --documents.
        persistedDocuments: { hashAlgorithm: "sha256" },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        defaultScalarType: "unknown",
        strictScalars: true,
        scalars: { Date: "string", Datetime: "string" },
      },
    },
  },
};

export default config;
