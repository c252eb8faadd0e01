import assert from "node:assert/strict";
import { placeInProgram, placeOfText } from "../../recorder/source-place";

describe("the place of a resource in its program", () => {
  const frame = (file: string, line: number) => ({ uri: `file://${file}`, line, column: 3 });

  it("is the innermost line in the program's own folder", () => {
    const frames = [
      frame("/app/node_modules/@pulumi/awsx/vpc.js", 7),
      frame("/elsewhere/shared.js", 8),
      frame("/app/network.js", 12),
      frame("/app/index.js", 2),
    ];
    assert.deepEqual(placeInProgram(frames, "/app"), { file: "/app/network.js", line: 12, column: 3 });
  });

  it("is not known where no line of the program made it, or nothing tells", () => {
    assert.equal(placeInProgram([frame("/application/index.js", 1)], "/app"), undefined);
    assert.equal(placeInProgram([{ uri: "", line: 0, column: 0 }], "/app"), undefined);
    assert.equal(placeInProgram([], "/app"), undefined);
  });

  it("is read from what Pulumi saved, from the project's root", () => {
    assert.deepEqual(placeOfText("project:///src/index.ts#12,3"), {
      file: "src/index.ts",
      line: 12,
      column: 3,
    });
    assert.deepEqual(placeOfText("project:///index.ts#12"), { file: "index.ts", line: 12, column: 1 });
    assert.equal(placeOfText("file:///index.ts"), undefined);
  });
});
