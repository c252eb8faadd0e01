import { strict as assert } from "node:assert";
import { tokenPorts } from "../../../agents/docker/facts";
import { joinScript, serveScript } from "../../../agents/docker/join-script";
import { Daemons } from "./daemons";
import { first, second, swarm, third } from "./swarm";
import { daemonSuite } from "./tools";

const keys = { worker: "a1".repeat(32), manager: "b2".repeat(32) };
const wrong = { worker: "c3".repeat(32), manager: keys.worker };

daemonSuite("A real Swarm, by the scripts that cloud-init runs", () => {
  let hosts: Daemons;
  before(async () => {
    hosts = new Daemons();
    for (const host of [first, second, third]) await hosts.start(host);
  });
  after(() => hosts.stop());

  const stateOf = (name: string) =>
    hosts.docker(name, "info", "--format", "{{.Swarm.LocalNodeState}}").said.trim();

  it("is begun by the first manager, with the plan's pool and an encrypted network of the plan's MTU", () => {
    const { status, said } = hosts.run(first.name, joinScript(swarm, first), keys);
    assert.equal(status, 0, said);
    assert.doesNotMatch(said, /SWMTKN/);
    const network = JSON.parse(hosts.docker(first.name, "network", "inspect", "mesh").said)[0];
    assert.match(network.IPAM.Config[0].Subnet, /^10\.100\.\d+\.0\/24$/);
    assert.ok("encrypted" in network.Options);
    assert.equal(network.Options["com.docker.network.driver.mtu"], "1406");
  });

  it("takes in no worker that has another key", async () => {
    await hosts.serve(first.name, serveScript(first), keys, tokenPorts.manager);
    const { status, said } = hosts.run(second.name, joinScript(swarm, second), wrong);
    assert.equal(status, 1, said);
    assert.equal(stateOf(second.name), "inactive");
  });

  it("gives no manager's token for a worker's key", () => {
    const { status, said } = hosts.run(third.name, joinScript(swarm, third), wrong);
    assert.equal(status, 1, said);
    assert.equal(stateOf(third.name), "inactive");
  });

  it("takes in a worker and a manager by the keys of their roles, and says no token", () => {
    for (const host of [second, third]) {
      const { status, said } = hosts.run(host.name, joinScript(swarm, host), keys);
      assert.equal(status, 0, said);
      assert.doesNotMatch(said, /SWMTKN/);
    }
    const { said } = hosts.docker(first.name, "info", "--format", "{{.Swarm.Nodes}} {{.Swarm.Managers}}");
    assert.equal(said.trim(), "3 2");
  });

  it("stays as it is where a host's script runs again", () => {
    for (const host of [first, second]) {
      const { status, said } = hosts.run(host.name, joinScript(swarm, host), keys);
      assert.equal(status, 0, said);
    }
    const { said } = hosts.docker(first.name, "info", "--format", "{{.Swarm.Nodes}} {{.Swarm.Managers}}");
    assert.equal(said.trim(), "3 2");
  });
});
