import { PolicyPack } from "@pulumi/policy";
import { deserializeOnce } from "./deserialized-once";
import { policiesOf } from "./gate";
import { rules } from "./rules";

deserializeOnce();
// Making a pack starts its server and ends the process when it cannot, so nothing else may import this file.
new PolicyPack("isthmus", { policies: policiesOf(rules) });
