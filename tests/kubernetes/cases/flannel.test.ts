import assert from "node:assert/strict";
import { flannelValues } from "../../../agents/flannel/values";
import { SOURCES } from "../../../components/plan-sources";
import { addressIn, cidr } from "../../../network/address/cidr";
import { emptyLock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import { flannelSuite } from "../flannel/available";
import { type Cluster, startCluster } from "../flannel/cluster";
import { everyOne } from "../flannel/every-one";
import { type Hosts, openHosts } from "../flannel/hosts";
import { exempt, type Joined, joinClusters, setLink } from "../flannel/link";
import { flannelPrograms } from "../flannel/programs";
import { type ApiServer, startApiServer } from "../server";

/** IPv4 20, ICMP 8 (RFC 791, RFC 792). */
const PING_HEADERS = 28;

flannelSuite("two clusters with Flannel, joined by a routed link", () => {
  let hosts: Hosts;
  let servers: ApiServer[] = [];
  let joined: Joined;

  before(async () => {
    const { plan } = planMesh(
      {
        agent: { kind: "flannel", encryption: "none" },
        members: {
          dublin: { cloud: "aws", region: "eu-west-1" },
          frankfurt: { cloud: "gcp", region: "europe-west3" },
        },
      },
      emptyLock(),
      SOURCES,
    );
    const { dublin, frankfurt } = plan.members;
    const [link] = plan.links;
    assert.ok(dublin && frankfurt && link);
    const programs = await flannelPrograms();
    hosts = await openHosts();
    servers = await everyOne([startApiServer(), startApiServer()]);
    const [one, other] = servers;
    assert.ok(one && other);
    const [a, b] = await everyOne([
      startCluster(hosts, one, programs, dublin, flannelValues(dublin.agent, dublin.cloud)),
      startCluster(hosts, other, programs, frankfurt, flannelValues(frankfurt.agent, frankfurt.cloud)),
    ]);
    assert.ok(a && b);
    joined = { a, b, link };
    joinClusters(hosts, joined);
  });

  after(async () => {
    joined?.a.close();
    joined?.b.close();
    await hosts?.stop();
    await Promise.all(servers.map((server) => server.stop()));
  });

  /** What the far pod answers to packets of so many bytes that must not be taken apart. */
  function ping(from: Cluster, to: Cluster, bytes: number): { succeeded: boolean; output: string } {
    const size = `${bytes - PING_HEADERS}`;
    const command = ["ping", "-c", "1", "-W", "2", "-M", "do", "-s", size, to.podAddress];
    return hosts.attempt(from.pod, command);
  }

  it("gives pods addresses of their member's range, and the MTU that the plan leaves them", () => {
    for (const { member, pod, podAddress } of [joined.a, joined.b]) {
      assert.ok(addressIn(podAddress, cidr(member.ranges.pods)), podAddress);
      const device = hosts.run(pod, ["ip", "link", "show", "eth0"]);
      assert.match(device, new RegExp(` mtu ${joined.link.podMtu} `));
    }
  });

  it("lets no pod reach one of the other cluster without the link", () => {
    const { succeeded, output } = ping(joined.a, joined.b, 100);
    assert.ok(!succeeded, output);
  });

  it("lets pods reach each other over the link, by the addresses that they have", () => {
    setLink(hosts, joined, "up");
    for (const { near, far } of ends()) {
      // Whoever comes by another address than a pod's own is not let in.
      admitOnly(far, near);
      const { succeeded, output } = ping(near, far, 100);
      assert.ok(succeeded, output);
    }
  });

  it("carries packets of the plan's pod MTU whole", () => {
    for (const { near, far } of ends()) {
      const { succeeded, output } = ping(near, far, joined.link.podMtu);
      assert.ok(succeeded, output);
    }
  });

  it("carries not a byte more: the pod's own interface says so, and where that takes more, the network does", () => {
    for (const { near, far } of ends()) {
      const own = ping(near, far, joined.link.podMtu + 1);
      assert.ok(!own.succeeded);
      assert.match(own.output, /message too long, mtu=/i);
    }
    const { a, b, link } = joined;
    hosts.run(a.pod, ["ip", "link", "set", "eth0", "mtu", `${link.podMtu + 100}`]);
    const network = ping(a, b, link.podMtu + 1);
    hosts.run(a.pod, ["ip", "link", "set", "eth0", "mtu", `${link.podMtu}`]);
    assert.ok(!network.succeeded, network.output);
  });

  it("keeps pods from each other again when the link is down", () => {
    setLink(hosts, joined, "down");
    const { succeeded, output } = ping(joined.a, joined.b, 100);
    assert.ok(!succeeded, output);
    setLink(hosts, joined, "up");
  });

  for (const [what, host] of [
    ["leaves its own node", (): string => joined.a.worker],
    ["comes through the far gateway", (): string => joined.b.gateway],
  ] as const) {
    it(`hides a pod behind a node's address where a pod that ${what} is not exempt from masquerading`, () => {
      const { a, b } = joined;
      const [near, far] = host() === a.worker ? [a, b] : [b, a];
      exempt(hosts, host(), "-D", near, far);
      const { succeeded, output } = ping(a, b, 100);
      exempt(hosts, host(), "-I", near, far);
      assert.ok(!succeeded, output);
      assert.ok(ping(a, b, 100).succeeded);
    });
  }

  function ends(): { near: Cluster; far: Cluster }[] {
    const { a, b } = joined;
    return [
      { near: a, far: b },
      { near: b, far: a },
    ];
  }

  function admitOnly({ pod }: Cluster, { podAddress }: Cluster): void {
    const request = ["-p", "icmp", "--icmp-type", "echo-request"];
    hosts.run(pod, ["iptables", "-w", "-A", "INPUT", ...request, "!", "-s", podAddress, "-j", "DROP"]);
  }
});
