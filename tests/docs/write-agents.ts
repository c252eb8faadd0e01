import { readFileSync, writeFileSync } from "node:fs";
import { AGENTS_DOC, withDrivers } from "./agents-doc";

writeFileSync(AGENTS_DOC, withDrivers(readFileSync(AGENTS_DOC, "utf8")));
