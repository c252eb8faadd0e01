import assert from "node:assert/strict";
import { type Resource, UNKNOWN } from "../../../network/model/resource";
import { exists, settled } from "../../../network/model/standing";

function resource(name: string, facts: Partial<Resource> = {}): Resource {
  return {
    urn: `urn:${name}`,
    type: "t",
    name,
    custom: true,
    props: {},
    dependencies: [],
    propertyDependencies: {},
    ...facts,
  };
}

describe("whether a resource is there before an update", () => {
  it("is told by its id, or by what nobody but its cloud can have told", () => {
    assert.equal(exists(resource("a", { id: "vpn-1" }), "arn"), true);
    assert.equal(exists(resource("a", { props: { arn: "arn:aws:ec2:x" } }), "arn"), true);
    assert.equal(exists(resource("a", { props: { arn: UNKNOWN } }), "arn"), false);
    assert.equal(exists(resource("a"), "arn"), false);
  });
});

describe("whether a property stays as it is", () => {
  const stays = (value: unknown, behind: Partial<Resource>[]) => {
    const sources = behind.map((facts, index) => resource(`source-${index}`, facts));
    const holder = resource("holder", {
      props: { peer: value },
      propertyDependencies: { peer: sources.map(({ urn }) => urn) },
    });
    return settled((urn) => sources.find((source) => source.urn === urn), holder, "peer.id");
  };

  it("is certain where its value is known, whatever it is made from", () => {
    assert.equal(stays({ id: "x" }, [{}]), true);
    assert.equal(stays(undefined, []), true);
  });

  it("is denied where its value is not known and comes from what is made anew", () => {
    assert.equal(stays({ id: UNKNOWN }, [{}]), false);
    assert.equal(stays(UNKNOWN, [{ id: "there" }, {}]), false);
  });

  it("is believed of a value that is only hidden: what it comes from exists, or nothing is behind it", () => {
    assert.equal(stays({ id: UNKNOWN }, [{ id: "there" }]), true);
    assert.equal(stays({ id: UNKNOWN }, [{ custom: false }]), true);
    assert.equal(stays(UNKNOWN, []), true);
  });
});
