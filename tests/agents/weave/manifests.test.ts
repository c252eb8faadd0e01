import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { daemonSet, inCluster, read } from "../manifests";

const of = (env: unknown) => read(inCluster("dublin", [daemonSet("weave-net", "weave", env)]));
const set = (name: string, value: unknown) => ({ name, value });

describe("reading Weave's daemon set", () => {
  it("finds the range that it gives out, or Weave's own", () => {
    assert.deepEqual(of([set("IPALLOC_RANGE", "10.5.0.0/16")]).ranges, ["pods 10.5.0.0/16"]);
    assert.deepEqual(of([]).ranges, ["pods 10.32.0.0/12"]);
    assert.deepEqual(of([set("IPALLOC_RANGE", UNKNOWN)]).ranges, ["pods unknown"]);
    assert.deepEqual(of(UNKNOWN).ranges, ["pods unknown"]);
  });

  it("counts on encryption where a password is set, wherever it comes from", () => {
    const password = set("WEAVE_PASSWORD", "x");
    assert.equal(of([password]).agent?.encryption, "ipsec");
    assert.equal(of([set("WEAVE_PASSWORD", UNKNOWN)]).agent?.encryption, "ipsec");
    assert.equal(of([set("WEAVE_PASSWORD", "")]).agent?.encryption, "none");
    assert.equal(of([]).agent?.encryption, "none");
    assert.equal(of(UNKNOWN).agent?.encryption, UNKNOWN);
    assert.equal(of([UNKNOWN]).agent?.encryption, UNKNOWN);
  });

  it("does not count on it where some peers are trusted, nor where arguments may hold a password", () => {
    const password = set("WEAVE_PASSWORD", "x");
    assert.equal(of([password, set("WEAVE_TRUSTED_SUBNETS", "10.0.0.0/8")]).agent?.encryption, UNKNOWN);
    assert.equal(
      of([password, set("EXTRA_ARGS", "--trusted-subnets=10.0.0.0/8")]).agent?.encryption,
      UNKNOWN,
    );
    assert.equal(of([set("EXTRA_ARGS", "--password=x")]).agent?.encryption, UNKNOWN);
  });

  it("does not say whose nodes its peers by address are", () => {
    assert.equal(of([set("KUBE_PEERS", "10.0.0.4 10.9.0.4")]).agent?.peers, UNKNOWN);
    assert.deepEqual(of([]).agent?.peers, {});
  });

  it("takes its nodes' network to carry a pod's packet and what goes around it", () => {
    assert.equal(of([set("WEAVE_MTU", "1320")]).agent?.mtu, 1404);
    assert.equal(of([]).agent?.mtu, 1460);
    assert.equal(of([set("WEAVE_MTU", "")]).agent?.mtu, 1460);
    assert.equal(of([set("WEAVE_MTU", "jumbo")]).agent?.mtu, UNKNOWN);
    assert.equal(of([set("WEAVE_MTU", UNKNOWN)]).agent?.mtu, UNKNOWN);
    assert.equal(of(UNKNOWN).agent?.mtu, UNKNOWN);
  });
});
