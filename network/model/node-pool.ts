import type { Cloud } from "../spec/shape";
import type { Origin } from "./network";
import type { OrUnknown } from "./resource";

/** Nodes of one kind of a cluster, as a cloud's pool, group or profile makes them. */
export interface NodePoolFact {
  /** URN of the cluster. */
  cluster: string;
  cloud: Cloud;
  /** What it is called in messages: the pool's own name, or the resource's. */
  name: string;
  /** Most nodes, over all zones. */
  max: OrUnknown<number>;
  /** Mask of one node's part of the cluster's pod range, where the cloud cuts it by node. Absent: the network agent does, or nobody. */
  podMask?: OrUnknown<number>;
  /** Addresses of its subnets that one node takes: 1, and one more for each pod where these have addresses of the subnet. */
  addresses: OrUnknown<number>;
  /** URNs of the subnets that its nodes live in, as far as they are among the resources. */
  subnets: string[];
  /** Addresses that the cloud keeps in each subnet. */
  reserved: number;
  origin: Origin;
}
