import assert from "node:assert/strict";
import { agentVersionPinned } from "../../../network/judge/agent-version-pinned";
import type { AgentPin } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, network } from "./example";

const judge = (pin: Partial<AgentPin>) =>
  agentVersionPinned(network({ agents: [agent("dublin", { pin: { local: false, images: [], ...pin } })] }));

describe("agentVersionPinned", () => {
  it("accepts one exact version, and a chart of the program's own", () => {
    for (const version of ["1.19.6", "v3.32.1", "1.20.0-rc.1"])
      assert.deepEqual(judge({ version }), { problems: [], unknowns: [] });
    assert.deepEqual(judge({ local: true }), { problems: [], unknowns: [] });
  });

  it("refuses no version and a range of versions", () => {
    assert.match(judge({}).problems[0]?.message ?? "", /names no version .* give one exact version/);
    for (const version of ["^1.19", "1.19", "latest", "", ">=1.18.0 <2"])
      assert.equal(judge({ version }).problems.length, 1, version);
  });

  it("refuses an image by a tag that moves, and names the value", () => {
    const image = { property: "values.image.tag", tag: "latest" };
    assert.match(
      judge({ version: "1.19.6", images: [image] }).problems[0]?.message ?? "",
      /tag latest \(values\.image\.tag\)/,
    );
    assert.deepEqual(judge({ version: "1.19.6", images: [{ ...image, tag: "v1.19.6" }] }).problems, []);
  });

  it("names a version and a tag that are not known", () => {
    const image = { property: "values.image.tag", tag: UNKNOWN };
    assert.deepEqual(
      judge({ version: UNKNOWN, images: [image] }).unknowns.map(({ property }) => property),
      ["version", "values.image.tag"],
    );
    const { unknowns } = agentVersionPinned(network({ agents: [agent("dublin", { version: UNKNOWN })] }));
    assert.equal(unknowns.length, 1);
  });
});
