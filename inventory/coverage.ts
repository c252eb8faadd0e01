import { AGENT_COVERAGE } from "../agents/coverage";
import { AWS_COVERAGE } from "../clouds/aws/read/coverage";
import { NATIVE } from "../clouds/aws/read/native";
import { CLASSIC } from "../clouds/azure/read/classic";
import { AZURE_COVERAGE } from "../clouds/azure/read/coverage";
import { GCP_COVERAGE } from "../clouds/gcp/read/coverage";
import type { Coverage, ReadType } from "../network/model/coverage";

/** What is read and what is not, by whose it is. */
export const COVERAGE: Readonly<Record<"aws" | "azure" | "gcp" | "agents", Coverage>> = {
  aws: AWS_COVERAGE,
  azure: AZURE_COVERAGE,
  gcp: GCP_COVERAGE,
  agents: AGENT_COVERAGE,
};

/** Every resource type that a network is read from, with every property that is looked at. */
export const READ_TYPES: ReadType[] = Object.values(COVERAGE).flatMap(({ read }) => read);

/** Types of a cloud's other provider, and the type that each is read as. */
export const OTHER_SPELLINGS: Readonly<Record<string, string>> = Object.fromEntries(
  [...Object.entries(NATIVE), ...Object.entries(CLASSIC)].map(([type, { as }]) => [type, as]),
);
