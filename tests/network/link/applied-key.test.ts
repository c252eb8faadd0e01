import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { type AppliedKey, refuseUnapplied } from "../../../network/link/applied-key";
import type { LinkPlan, TunnelPlan } from "../../../network/plan/shape";

const end = { address: "169.254.0.1", asn: 64512, interface: 0 };
const tunnel = (ordinal: number, generation: number, keyOf?: number): TunnelPlan => ({
  name: `a~b/tunnel/${ordinal}`,
  ...{ inside: "169.254.0.0/30", generation, a: end, b: end },
  ...(keyOf === undefined ? {} : { keyOf: `a~b/tunnel/${keyOf}` }),
});
const rtt = { p50: 1, lo: 1, hi: 1, source: "declared", asOf: "2026-11-01" };
const link = (...tunnels: TunnelPlan[]): LinkPlan => ({
  ...{ name: "a~b", a: "a", b: "b", kind: "vpn", mtu: 1446, podMtu: 1301, capacity: 2000, rtt, tunnels },
});

/** What is refused, by what a stack has: generations by number of the tunnel. */
function refused(of: LinkPlan, has: Record<number, number | AppliedKey>): string[] {
  const applied = Object.entries(has).map(([ordinal, key]): [string, AppliedKey] => [
    `a~b/tunnel/${ordinal}`,
    typeof key === "number" ? { generation: key, behind: [] } : key,
  ]);
  try {
    refuseUnapplied(of, new Map(applied), "pulumi up");
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("one more key of a link", () => {
  it("may change where the stack has all that the lock has", () => {
    assert.deepEqual(refused(link(tunnel(1, 2), tunnel(2, 1)), { 1: 2, 2: 1 }), []);
    assert.deepEqual(refused(link(tunnel(1, 3), tunnel(2, 3, 1), tunnel(3, 1)), { 1: 3, 3: 1 }), []);
  });

  it("waits until the one before is applied, with the command that does it", () => {
    assert.deepEqual(refused(link(tunnel(1, 2), tunnel(2, 1)), { 1: 1, 2: 1 }), [
      "a~b/tunnel/1: has generation 2 in the lock and 1 in the stack; apply it before another key of its link changes: `pulumi up`",
    ]);
  });

  it("waits for each tunnel that is not made yet, or lags, in a line of its own", () => {
    const faults = refused(link(tunnel(1, 2), tunnel(2, 1), tunnel(3, 1)), { 1: 1, 3: 1 });
    assert.deepEqual(
      faults.map((fault) => fault.split(";")[0]),
      [
        "a~b/tunnel/1: has generation 2 in the lock and 1 in the stack",
        "a~b/tunnel/2: is not in the stack yet",
      ],
    );
  });

  it("waits while an update that failed left an end without its new key", () => {
    const [fault] = refused(link(tunnel(1, 2), tunnel(2, 1)), {
      1: { generation: 2, behind: ["b-1"] },
      2: 1,
    });
    assert.match(
      fault ?? "",
      /^a~b\/tunnel\/1: has a new key that has not reached b-1, so it is down; apply it again/,
    );
  });

  it("is refused on a lock that is behind the stack", () => {
    const [fault] = refused(link(tunnel(1, 1), tunnel(2, 1)), { 1: 2, 2: 1 });
    assert.match(fault ?? "", /2 in the stack and 1 in the lock; take the lock that was last applied$/);
  });

  it("is refused where the state is of a stack that does not hold the link", () => {
    const [fault, ...others] = refused(link(tunnel(1, 1), tunnel(2, 1)), {});
    assert.deepEqual(others, []);
    assert.match(
      fault ?? "",
      /^a~b: is not in this state, so there is no key to rotate; make it first \(`pulumi up`\)/,
    );
  });
});
