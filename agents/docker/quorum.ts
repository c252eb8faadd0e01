import type { Fault } from "../../network/errors";

/** Managers of a Swarm by the member where they are. */
export type ManagersByMember = Readonly<Record<string, number>>;

/** Swarm's own advice ("Administer and maintain a swarm of Docker Engines", docs.docker.com, 2026). */
const MOST = 7;

/**
 * Numbers of managers that no Swarm should have. An even number loses its majority as early as one less does, and a split in halves
 * leaves none to either. A Swarm of one host has one manager.
 */
export function quorumFaults(managers: ManagersByMember): Fault[] {
  const count = total(managers);
  const where = Object.keys(managers).sort().join(", ");
  if (count === 0)
    return [{ path: "members", message: `no host of ${where} is a manager; give one to three of them each` }];
  if (count > MOST)
    return [
      {
        path: "members",
        message: `${where} have ${count} managers in all, and each slows all changes; give at most ${MOST}`,
      },
    ];
  if (count % 2 === 0)
    return [
      {
        path: "members",
        message: `${where} have ${count} managers in all, which is even: a split in halves leaves no majority; give ${count - 1} or ${count + 1}`,
      },
    ];
  return [];
}

/** Members whose loss alone takes the majority, and with it every change of the Swarm; containers that run go on. */
export function quorumWarnings(managers: ManagersByMember): Fault[] {
  const majority = Math.floor(total(managers) / 2) + 1;
  return Object.entries(managers)
    .filter(([, own]) => total(managers) - own < majority)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, own]) => ({
      path: `members.${name}.hosts.managers`,
      message: `without ${name} the Swarm has ${total(managers) - own} of ${total(managers)} managers, no majority, and cannot be changed; spread them over three members, one each`,
    }));
}

function total(managers: ManagersByMember): number {
  return Object.values(managers).reduce((sum, count) => sum + count, 0);
}
