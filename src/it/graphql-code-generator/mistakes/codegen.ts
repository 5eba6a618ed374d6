import type { CodegenConfig } from "@graphql-codegen/cli";
import config from "../codegen.js";

/** Must fail: the document asks for a field that the schema does not have. */
const mistaken: CodegenConfig = { ...config, documents: "mistakes/*.graphql" };

export default mistaken;
