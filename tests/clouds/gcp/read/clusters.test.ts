import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../network/model/resource";
import { cluster, NETWORK, read, SUBNET } from "./foreign";

describe("reading Google Cloud's resources: clusters", () => {
  const access = (props: Record<string, unknown>) => read(cluster(props)).clusters[0]?.apiAccess;
  const isPrivate = { privateClusterConfig: { enablePrivateEndpoint: true } };
  const authorized = (cidrBlocks: unknown) => ({ masterAuthorizedNetworksConfig: { cidrBlocks } });

  it("tells region and network, also of a cluster in one zone", () => {
    const [found] = read(NETWORK, SUBNET, cluster({})).clusters;
    assert.equal(found?.region, "europe-west3");
    assert.match(found?.network ?? "", /::net$/);
    assert.equal(read(cluster({ location: UNKNOWN })).clusters[0]?.region, UNKNOWN);
  });

  it("tells who reaches the API server", () => {
    assert.deepEqual(access(isPrivate), []);
    assert.deepEqual(access({}), ["0.0.0.0/0"]);
    assert.deepEqual(access({ masterAuthorizedNetworksConfig: {} }), []);
    assert.deepEqual(access(authorized([{ cidrBlock: "198.51.100.0/24" }])), ["198.51.100.0/24"]);
    const byName = { controlPlaneEndpointsConfig: { dnsEndpointConfig: { allowExternalTraffic: true } } };
    assert.deepEqual(access({ ...isPrivate, ...byName }), ["0.0.0.0/0"]);
  });

  it("says so where it is not known", () => {
    assert.equal(access({ privateClusterConfig: UNKNOWN }), UNKNOWN);
    assert.equal(access({ masterAuthorizedNetworksConfig: UNKNOWN }), UNKNOWN);
    assert.equal(access(authorized([{ cidrBlock: UNKNOWN }])), UNKNOWN);
  });
});
