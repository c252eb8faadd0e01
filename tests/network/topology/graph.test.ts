import assert from "node:assert/strict";
import fc from "fast-check";
import { bridges, components, shortestPath } from "../../../network/topology/graph";

const NAMES = ["a", "b", "c", "d", "e", "f"];

const edges = fc
  .uniqueArray(
    fc.tuple(fc.nat(5), fc.nat(5)).filter(([x, y]) => x < y),
    { selector: ([x, y]) => `${x} ${y}` },
  )
  .chain((pairs) =>
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: pairs.length, maxLength: pairs.length })
      .map((weights) =>
        pairs.map(([x, y], index) => ({ a: NAMES[x] ?? "", b: NAMES[y] ?? "", weight: weights[index] ?? 1 })),
      ),
  );

describe("shortestPath", () => {
  const line = [
    { a: "a", b: "b", weight: 10 },
    { a: "b", b: "c", weight: 10 },
    { a: "a", b: "c", weight: 50 },
  ];

  it("goes through a third member where that is shorter", () => {
    assert.deepEqual(shortestPath({ nodes: NAMES, edges: line, mayTransit: () => true }, "a", "c"), [
      "a",
      "b",
      "c",
    ]);
  });

  it("never goes through a member that does not pass on routes", () => {
    assert.deepEqual(shortestPath({ nodes: NAMES, edges: line, mayTransit: () => false }, "a", "c"), [
      "a",
      "c",
    ]);
    const [one, two] = line;
    assert.ok(one && two);
    assert.equal(
      shortestPath({ nodes: NAMES, edges: [one, two], mayTransit: () => false }, "a", "c"),
      undefined,
    );
  });

  it("is as light as the lightest of all paths", () => {
    fc.assert(
      fc.property(edges, fc.subarray(NAMES), (list, open) => {
        const mayTransit = (name: string) => open.includes(name);
        const weight = (path: string[]) =>
          path.slice(1).reduce((sum, to, index) => {
            const from = path[index];
            const edge = list.find(({ a, b }) => (a === from && b === to) || (a === to && b === from));
            return sum + (edge?.weight ?? Number.NaN);
          }, 0);
        const all = (path: string[]): string[][] => {
          const last = path.at(-1) ?? "";
          if (last === "f") return [path];
          if (last !== "a" && !mayTransit(last)) return [];
          const next = list.flatMap(({ a, b }) => (a === last ? [b] : b === last ? [a] : []));
          return next.filter((name) => !path.includes(name)).flatMap((name) => all([...path, name]));
        };
        const lightest = all(["a"])
          .map(weight)
          .sort((x, y) => x - y)[0];
        const found = shortestPath({ nodes: NAMES, edges: list, mayTransit }, "a", "f");
        assert.equal(found && weight(found), lightest);
      }),
    );
  });
});

describe("bridges", () => {
  it("are exactly the links whose loss parts members", () => {
    fc.assert(
      fc.property(edges, (list) => {
        const parted = list.filter(
          (edge) =>
            components(
              NAMES,
              list.filter((other) => other !== edge),
            ).length > components(NAMES, list).length,
        );
        assert.deepEqual(bridges(NAMES, list), parted);
      }),
    );
  });

  it("are found in a chain of a thousand", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `n${index}`);
    const chain = names.slice(1).map((name, index) => ({ a: names[index] ?? "", b: name }));
    assert.equal(bridges(names, chain).length, 999);
  });
});
