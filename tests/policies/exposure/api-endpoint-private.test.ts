import assert from "node:assert/strict";
import { apiEndpointPrivateRule as rule } from "../../../policies/exposure/api-endpoint-private";
import { judged, UNKNOWN_TEXT } from "../example";

/** The API endpoints of the two clusters, as a program may write them. */
const endpoints =
  (dublin: object, frankfurt: object) => (parts: Record<string, { props: Record<string, unknown> }>) => {
    Object.assign(parts.dublin?.props ?? {}, { vpcConfig: { subnetIds: [UNKNOWN_TEXT], ...dublin } });
    Object.assign(parts.frankfurt?.props ?? {}, frankfurt);
  };
const CLOSED = { privateClusterConfig: { enablePrivateEndpoint: true, enablePrivateNodes: true } };

describe("exposure-api-endpoint-private", () => {
  it("passes endpoints that are closed, or open to named ranges", () => {
    assert.deepEqual(judged(rule, endpoints({ endpointPublicAccess: false }, CLOSED)).stack, []);
    const named = { endpointPublicAccess: true, publicAccessCidrs: ["198.51.100.0/24"] };
    assert.deepEqual(judged(rule, endpoints(named, CLOSED)), { stack: [], resource: [] });
  });

  it("refuses one that is open to all, said or by default, before the cluster is made", () => {
    for (const open of [{}, { endpointPublicAccess: true, publicAccessCidrs: ["0.0.0.0/0"] }]) {
      const { stack, resource } = judged(rule, endpoints(open, CLOSED));
      assert.match(stack[0] ?? "", /^dublin: the API server of dublin \(urn:.*\) answers the whole internet/);
      assert.equal(resource.length, 1);
    }
    assert.match(judged(rule, endpoints({ endpointPublicAccess: false }, {})).stack[0] ?? "", /^frankfurt: /);
  });

  it("does not pass what is not known", () => {
    const { stack } = judged(
      rule,
      endpoints({ endpointPublicAccess: true, publicAccessCidrs: UNKNOWN_TEXT }, CLOSED),
    );
    assert.match(stack[0] ?? "", /who reaches the API server of .* is not known/);
  });
});
