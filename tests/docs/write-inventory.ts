import { readFileSync, writeFileSync } from "node:fs";
import { INVENTORY_DOC, withTables } from "./inventory-doc";

writeFileSync(INVENTORY_DOC, withTables(readFileSync(INVENTORY_DOC, "utf8")));
