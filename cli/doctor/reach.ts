import { connect } from "node:net";
import type { Endpoint, Reached } from "./cluster-api";

/** How long a connection may take, in milliseconds: a firewall that drops packets gives no answer at all. */
const PATIENCE = 5_000;

/** Connects to each endpoint once, by TCP alone: nothing is sent. */
export async function reach(endpoints: Endpoint[]): Promise<Reached> {
  return new Map(
    await Promise.all(endpoints.map(async (endpoint) => [endpoint, await failureOf(endpoint)] as const)),
  );
}

function failureOf({ host, port }: Endpoint): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE });
    const end = (failure?: string): void => {
      socket.destroy();
      resolve(failure);
    };
    socket.once("connect", () => end());
    socket.once("timeout", () => end(`no answer in ${PATIENCE / 1000} s`));
    socket.once("error", (error) => end("code" in error ? String(error.code) : error.message));
  });
}
