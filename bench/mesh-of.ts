import { regionsOf } from "../network/place/regions";
import type { MemberSpec, MeshSpec } from "../network/spec/shape";

/**
 * A mesh of `count` members on links that quotas allow: half in AWS, half in Google Cloud, over all their regions, joined in
 * a ring that alternates between the two. Deterministic.
 */
export function meshOf(count: number): MeshSpec {
  const clouds = ["aws", "gcp"] as const;
  const names = Array.from({ length: count }, (_, index) => `member-${String(index).padStart(3, "0")}`);
  const members = names.map((name, index): [string, MemberSpec] => {
    const cloud = clouds[index % 2] ?? "aws";
    const regions = regionsOf(cloud);
    return [name, { cloud, region: regions[Math.floor(index / 2) % regions.length] ?? "" }];
  });
  return {
    supernet: ["10.0.0.0/8"],
    members: Object.fromEntries(members),
    topology: {
      kind: "links",
      links: names.map((name, index) => ({ a: name, b: names[(index + 1) % count] ?? name })),
    },
  };
}
