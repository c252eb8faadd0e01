import { readFileSync, writeFileSync } from "node:fs";
import { TRANSIT_DOC, withTables } from "./transit-doc";

writeFileSync(TRANSIT_DOC, withTables(readFileSync(TRANSIT_DOC, "utf8")));
