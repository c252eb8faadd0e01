/** `main` of `/subscriptions/…/virtualNetworks/main`. */
export function nameIn(id: string): string {
  return id.split("/").at(-1) ?? id;
}

/** `network` of `/subscriptions/…/resourceGroups/network/providers/…`. */
export function groupIn(id: string): string {
  return /\/resourceGroups\/([^/]+)\//i.exec(id)?.[1] ?? "";
}
