import { AWS } from "./aws/cloud";
import { AZURE } from "./azure/cloud";
import type { Cloud } from "./cloud";
import { GCP } from "./gcp/cloud";
import { KUBERNETES } from "./kubernetes/cloud";
import { RANDOM } from "./random";
import { TLS } from "./tls/cloud";

/** The clouds by their packages. */
export const CLOUDS: Record<string, Cloud> = Object.fromEntries(
  [AWS, AZURE, GCP, KUBERNETES, RANDOM, TLS].map((cloud) => [cloud.package, cloud]),
);
