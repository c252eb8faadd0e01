import { tokenPorts } from "./facts";
import type { SwarmHostPlan, SwarmPlan } from "./shape";
import { quoted } from "./shell";

/** Where the scripts lie on a host. */
export const paths = {
  key: "/usr/local/sbin/isthmus-swarm-key",
  join: "/usr/local/sbin/isthmus-swarm-join",
  serve: "/usr/local/sbin/isthmus-swarm-serve",
} as const;

/** The environment's own paths, for tests beside one another on one machine. */
const HEAD = [
  "set -euo pipefail",
  "umask 077",
  `key=\${ISTHMUS_KEY:-${paths.key}}`,
  `run=\${ISTHMUS_RUN:-/run/isthmus-swarm}`,
  `socket=\${ISTHMUS_DOCKER:-/run/docker.sock}`,
  'export DOCKER_HOST="unix://$socket"',
  'mkdir -p "$run"',
];

/** How often the first manager asks the others before it begins a Swarm, and the seconds between. */
const ATTEMPTS = 3;
const PAUSE = 5;

/**
 * Makes a host part of the Swarm, and does nothing where it is: fetches the token of its role over TLS-PSK from whichever manager answers,
 * and joins there. Nothing secret is an argument of a process, where every user could see it: stunnel reads the key from a file that only
 * root can, and the token goes to Docker's socket by curl's standard input.
 *
 * The first manager begins the Swarm when no other manager answered. A first manager that is made anew while it reaches no other would
 * so begin a second one.
 */
export function joinScript(swarm: SwarmPlan, host: SwarmHostPlan): string {
  const managers = swarm.hosts.filter(({ role }) => role === "manager");
  const others = managers.filter(({ name }) => name !== host.name);
  const isFirst = swarm.first === host.name;
  return [
    "#!/bin/bash",
    "# Makes this host part of the mesh's Swarm. Holds no secret.",
    ...HEAD,
    `own=${quoted(host.address)}`,
    `role=${host.role}`,
    `managers=(${others.map(({ address }) => quoted(address)).join(" ")})`,
    "",
    "state() { docker info --format '{{.Swarm.LocalNodeState}}'; }",
    "",
    "# Prints the token of the role that the manager gives, over TLS with the role's key.",
    "token_from() {",
    '  cat > "$run/client.conf" <<END',
    "client = yes",
    "foreground = yes",
    "syslog = no",
    "debug = crit",
    "pid =",
    `connect = $1:${tokenPorts[host.role]}`,
    "ciphers = PSK",
    "sslVersionMin = TLSv1.2",
    "PSKsecrets = $run/$role.psk",
    "TIMEOUTconnect = 5",
    "END",
    '  timeout 15 stunnel4 "$run/client.conf" < /dev/null 2> "$run/client.log" | grep -Ex \'SWMTKN-1-[0-9a-z]+-[0-9a-z]+\'',
    "}",
    "",
    "join_by() {",
    "  local token",
    '  token=$(token_from "$1") || return 1',
    '  printf \'{"ListenAddr":"%s:2377","AdvertiseAddr":"%s","RemoteAddrs":["%s:2377"],"JoinToken":"%s"}\' "$own" "$own" "$1" "$token" |',
    "    curl -fsS --max-time 60 --unix-socket \"$socket\" -H 'Content-Type: application/json' --data-binary @- http://docker/swarm/join",
    "}",
    "",
    'if [ "$(state)" = inactive ]; then',
    '  printf \'%s:%s\\n\' "$role" "$("$key" "$role")" > "$run/$role.psk"',
    `  for _ in {1..${ATTEMPTS}}; do`,
    `    for manager in "\${managers[@]}"; do`,
    '      if [ "$(state)" = inactive ]; then join_by "$manager" || true; fi',
    "    done",
    `    if [ "$(state)" != inactive ] || [ \${#managers[@]} = 0 ]; then break; fi`,
    `    sleep "\${ISTHMUS_PAUSE:-${PAUSE}}"`,
    "  done",
    "fi",
    ...(isFirst ? beginning(swarm) : []),
    'if [ "$(state)" != active ]; then',
    `  echo "no manager took this host in: \${managers[*]}" >&2`,
    "  exit 1",
    "fi",
    "",
  ].join("\n");
}

/** Every range and MTU is fixed when the Swarm begins; the network is the mesh's, encrypted. */
function beginning({ pools, poolMask, mtu }: SwarmPlan): string[] {
  return [
    'if [ "$(state)" = inactive ]; then',
    "  # Its output has the worker's token.",
    [
      '  docker swarm init --advertise-addr "$own" --listen-addr "$own:2377"',
      ...pools.map((pool) => `--default-addr-pool ${quoted(pool)}`),
      `--default-addr-pool-mask-length ${poolMask} > /dev/null`,
    ].join(" "),
    `  docker network create --driver overlay --attachable --opt encrypted --opt com.docker.network.driver.mtu=${mtu} mesh > /dev/null`,
    "fi",
  ];
}

/**
 * Gives the join tokens of both roles over TLS-PSK, each at a port of its own with a key of its own, so that a worker's key never gets a
 * manager's token. stunnel gives up root once it has read the keys, and reads nothing but the tokens.
 */
export function serveScript(host: SwarmHostPlan): string {
  return [
    "#!/bin/bash",
    "# Gives the Swarm's join tokens over TLS-PSK. Holds no secret.",
    ...HEAD,
    `user=\${ISTHMUS_USER:-stunnel4}`,
    "for role in worker manager; do",
    '  printf \'%s:%s\\n\' "$role" "$("$key" "$role")" > "$run/$role.psk"',
    '  docker swarm join-token -q "$role" > "$run/$role.token"',
    '  chown "$user" "$run/$role.token"',
    "done",
    'chmod 711 "$run"',
    'cat > "$run/server.conf" <<END',
    "foreground = yes",
    "syslog = no",
    "debug = warning",
    "pid =",
    "setuid = $user",
    "setgid = $user",
    ...(["worker", "manager"] as const).flatMap((role) => [
      `[${role}]`,
      `accept = ${host.address}:${tokenPorts[role]}`,
      "ciphers = PSK",
      "sslVersionMin = TLSv1.2",
      `PSKsecrets = $run/${role}.psk`,
      "exec = /bin/cat",
      `execArgs = cat $run/${role}.token`,
    ]),
    "END",
    'exec stunnel4 "$run/server.conf"',
    "",
  ].join("\n");
}
