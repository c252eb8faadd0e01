/**
 * A network that is understood and wrong: what a rule says of it. The same function of `network` finds it for the
 * plan, for a component's constructor and for a policy, so the three cannot disagree. Exit code 1.
 */
export interface Problem {
  /** Name of the rule. */
  rule: string;
  /** Names both ends and says what to do. */
  message: string;
  /** What it is about, the chief one first: URNs in an inventory, name paths in a plan. */
  subjects: string[];
}
