import type { KeyStore, SwarmHostPlan, SwarmPlan } from "../../../agents/docker/shape";

/** Two hosts, as the plan has them. */
export const first: SwarmHostPlan = { name: "dublin-1", address: "10.99.0.1", role: "manager" };
export const second: SwarmHostPlan = { name: "frankfurt-1", address: "10.99.0.2", role: "worker" };
export const third: SwarmHostPlan = { name: "amsterdam-1", address: "10.99.0.3", role: "manager" };

export const swarm: SwarmPlan = {
  hosts: [third, first, second],
  first: first.name,
  pools: ["10.100.0.0/16"],
  poolMask: 24,
  bridges: "10.101.0.0/20",
  mtu: 1406,
};

const keys = { worker: "mesh-swarm-worker", manager: "mesh-swarm-manager" };

/** One of each cloud. */
export const stores: KeyStore[] = [
  { cloud: "aws", region: "eu-west-1", keys },
  { cloud: "gcp", project: "my-project", keys },
  { cloud: "azure", vault: "mesh-vault", clientId: "00000000-0000-0000-0000-000000000001", keys },
];
