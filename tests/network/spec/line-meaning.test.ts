import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { readSpec } from "../../../network/spec/read";

const members = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  depot: {
    ...{ cloud: "site", ranges: ["192.168.44.0/22"] },
    gateway: { address: "203.0.113.8", asn: 64901 },
  },
  office: {
    ...{ cloud: "site", ranges: ["192.168.40.0/22"] },
    gateway: { address: "203.0.113.7", asn: 64900 },
  },
};
const line = {
  ...{ a: "dublin", b: "frankfurt", kind: "existing" },
  ...{ capacity: "10Gbps", rtt: "18ms", asOf: "2026-11-01", encryption: "macsec" },
};

function faults(links: unknown[], kind = "auto"): string[] {
  try {
    readSpec({ members, topology: { kind, ...(kind === "hub" ? { hub: "dublin" } : {}), links } });
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("a link that is there already, in a spec", () => {
  it("is taken beside every kind of topology, with a packet size or without", () => {
    for (const kind of ["auto", "mesh", "hub", "links"]) assert.deepEqual(faults([line], kind), [], kind);
    assert.deepEqual(faults([{ ...line, mtu: 9001 }]), []);
    assert.deepEqual(faults([{ ...line, asOf: "2026-11" }]), []);
  });

  for (const key of ["capacity", "rtt", "asOf", "encryption"]) {
    it(`is refused without ${key}, which nobody can look up`, () => {
      const [first = "", ...more] = faults([{ ...line, [key]: undefined }]);
      assert.deepEqual(more, []);
      assert.match(
        first,
        new RegExp(`^topology\\.links\\.0\\.${key}: is required of a link of kind existing: give `),
      );
    });
  }

  it("is refused between two sites, which isthmus carries nothing between", () => {
    const [first = ""] = faults([{ ...line, a: "depot", b: "office" }]);
    assert.match(first, /^topology\.links\.0: depot and office are both sites/);
  });

  it("is refused a date, a packet size or an encryption that is none", () => {
    assert.match(faults([{ ...line, asOf: "yesterday" }])[0] ?? "", /asOf: a date is like 2026-11-01/);
    assert.match(faults([{ ...line, mtu: 100 }])[0] ?? "", /mtu: a link carries at least 576 bytes/);
    assert.match(faults([{ ...line, encryption: "ipsec" }])[0] ?? "", /encryption/);
  });
});

describe("a link that is to be made, in a spec", () => {
  it("is refused what only a line can be said to have", () => {
    assert.deepEqual(faults([{ a: "dublin", b: "frankfurt", rtt: "18ms" }], "links"), [
      "topology.links.0.rtt: is only for a link of kind existing",
    ]);
  });

  it("is refused beside a topology that chooses its links itself", () => {
    const [first = ""] = faults([{ a: "dublin", b: "frankfurt" }], "mesh");
    assert.match(
      first,
      /^topology\.links\.0: is only for topology kind links, and kind is mesh; beside that only/,
    );
  });
});
