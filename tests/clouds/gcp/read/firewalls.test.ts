import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../../network/model/resource";
import { read } from "./foreign";

describe("reading Google Cloud's resources: firewalls", () => {
  const rule = (props: Record<string, unknown>) => {
    const [found] = read(["rule", TYPES.firewall, props]).firewalls;
    return found && [found.sources, found.ports];
  };
  const allows = [{ protocol: "tcp", ports: ["443", "8000-8080"] }, { protocol: "17" }, { protocol: "icmp" }];

  it("tells sources and ports", () => {
    assert.deepEqual(rule({ sourceRanges: ["10.0.0.0/8"], allows }), [
      ["10.0.0.0/8"],
      ["443/tcp", "8000-8080/tcp", "0-65535/udp", "icmp"],
    ]);
    assert.deepEqual(rule({ allows: [{ protocol: "all" }] }), [["0.0.0.0/0"], ["all"]]);
    assert.deepEqual(rule({ sourceTags: ["web"], allows }), [[], rule({ allows })?.[1]]);
  });

  it("passes over what lets nothing in", () => {
    assert.equal(rule({ direction: "EGRESS", allows }), undefined);
    assert.equal(rule({ disabled: true, allows }), undefined);
    assert.equal(rule({ denies: [{ protocol: "all" }] }), undefined);
  });

  it("says so where it is not known", () => {
    assert.deepEqual(rule({ sourceRanges: [UNKNOWN], allows: [{ protocol: UNKNOWN }] }), [UNKNOWN, UNKNOWN]);
    assert.deepEqual(rule({ sourceTags: UNKNOWN, allows: UNKNOWN }), [UNKNOWN, UNKNOWN]);
  });
});
