import type { Catalogue } from "../network/catalogue";
import { awsFacts } from "./aws/facts";
import { azureFacts } from "./azure/facts";
import { gcpFacts } from "./gcp/facts";

/** Every cloud's facts: what the plan is made from. A fourth cloud is one line here and one in `ends.ts`. */
export const CATALOGUE: Catalogue = { aws: awsFacts, gcp: gcpFacts, azure: azureFacts };
