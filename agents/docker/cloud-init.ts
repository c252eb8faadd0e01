import { joinScript, paths, serveScript } from "./join-script";
import { keyPackages, keyScript } from "./key-script";
import type { KeyStore, SwarmHostPlan, SwarmPlan } from "./shape";

/**
 * What a Debian host of the Swarm is told at its first boot: cloud-init's user data, JSON, which YAML takes. It holds no secret: whoever
 * may read user data learns where the keys are, not what they are.
 */
export function swarmCloudInit(swarm: SwarmPlan, host: SwarmHostPlan, store: KeyStore): string {
  const isManager = host.role === "manager";
  const files = [
    // A Swarm does without live-restore, and bridges keep clear of the mesh's ranges.
    file("/etc/docker/daemon.json", "0644", `${JSON.stringify(daemonOf(swarm), null, 2)}\n`),
    file(paths.key, "0700", keyScript(store)),
    file(paths.join, "0700", joinScript(swarm, host)),
    file("/etc/systemd/system/isthmus-swarm-join.service", "0644", JOIN_UNIT),
    ...(isManager
      ? [
          file(paths.serve, "0700", serveScript(host)),
          file("/etc/systemd/system/isthmus-swarm-serve.service", "0644", SERVE_UNIT),
        ]
      : []),
  ];
  const units = ["isthmus-swarm-join", ...(isManager ? ["isthmus-swarm-serve"] : [])];
  const config = {
    hostname: host.name,
    package_update: true,
    packages: [...new Set(["docker.io", "stunnel4", "curl", ...keyPackages(store)])],
    write_files: files,
    runcmd: [
      ["systemctl", "daemon-reload"],
      ["systemctl", "restart", "docker"],
      ["systemctl", "enable", ...units.map((unit) => `${unit}.service`)],
      ["systemctl", "start", "--no-block", ...units.map((unit) => `${unit}.service`)],
    ],
  };
  return `#cloud-config\n${JSON.stringify(config, null, 2)}\n`;
}

function daemonOf({ bridges, mtu }: SwarmPlan) {
  return { "default-address-pools": [{ base: bridges, size: 24 }], mtu };
}

function file(path: string, permissions: string, content: string) {
  return { path, permissions, content };
}

const JOIN_UNIT = `[Unit]
Description=Makes this host part of the mesh's Swarm
After=docker.service network-online.target
Wants=network-online.target
Requires=docker.service
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${paths.join}
Restart=on-failure
RestartSec=15

[Install]
WantedBy=multi-user.target
`;

const SERVE_UNIT = `[Unit]
Description=Gives the Swarm's join tokens over TLS-PSK
After=isthmus-swarm-join.service
StartLimitIntervalSec=0

[Service]
ExecStart=${paths.serve}
Restart=always
RestartSec=15

[Install]
WantedBy=multi-user.target
`;
