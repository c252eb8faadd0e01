import { rules } from "../../policies/rules";

/** Rules that stop a stack. What is advisory speaks of our own defaults, and of figures that age, too. */
export const mandatory = rules.filter(({ level }) => level === "mandatory");
