/** How often a target is probed, in seconds: ninety probes stand behind a loss over fifteen minutes. */
export const PROBE_INTERVAL = 10;

/**
 * What a handshake may take, in milliseconds. Under a second, because a lost SYN is sent again after one (RFC 6298, section 2.1, and
 * Linux' `TCP_TIMEOUT_INIT`): so a probe whose packet was lost fails, and never passes for a slow one. Above the longest round trip of
 * any two regions (about 400 ms).
 */
export const HANDSHAKE_LIMIT = 900;

/** The exporter takes half a second off for itself (its flag `--timeout-offset`, default 0.5). In seconds. */
export const SCRAPE_TIMEOUT = 5;
