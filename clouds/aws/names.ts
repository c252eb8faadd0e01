/** Logical name of a link's VPN connection: one for each outside address of the peer, from 0. */
export function connectionName(link: string, ordinal: number): string {
  return `${link}/connection/${ordinal}`;
}
