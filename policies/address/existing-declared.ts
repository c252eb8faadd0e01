import { EXISTING_DECLARED_RIGHT, existingDeclared } from "../../network/judge/existing-declared";
import type { Rule } from "../rule";

export const existingDeclaredRule: Rule = {
  name: EXISTING_DECLARED_RIGHT,
  title: "Existing networks and gateways are as the spec says",
  description:
    "Ranges, ASN and addresses of networks and gateways that members bring with them are those that the spec says.",
  why:
    "Everything is judged by what the spec says of them before a cloud has been asked. A range that it leaves out may overlap another " +
    "member's, and a wrong ASN or address is a link that never comes up.",
  fix: "Write into the member's `existing` what the cloud says.",
  needs:
    "What the cloud says: in a preview or an update under Pulumi, in a saved preview or state (`isthmus check --from`). A check without " +
    "credentials has not asked, and finds nothing to compare.",
  severity: "high",
  level: "mandatory",
  alone: true,
  judge: existingDeclared,
};
