import { Agent, request } from "node:https";

/** How to reach an API server as its administrator. */
export interface Credentials {
  host: string;
  port: number;
  token: string;
  /** Certificate that signs the server's, PEM. */
  ca: string;
}

export interface Question {
  method: "GET" | "PATCH" | "DELETE" | "POST";
  /** With its query. */
  path: string;
  /** Text as it is, else JSON. */
  body?: unknown;
  /** Default `application/json`. */
  contentType?: string;
}

export interface Answer {
  status: number;
  /** JSON where it is JSON, else text. */
  body: unknown;
  /** What the server warns of, `299 - "..."`. */
  warnings: string[];
}

export interface Client {
  credentials: Credentials;
  ask(question: Question): Promise<Answer>;
  /** Lets go of its connections. */
  close(): void;
}

export function connect(credentials: Credentials): Client {
  const { host, port, token, ca } = credentials;
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 4 });
  return {
    credentials,
    close: () => agent.destroy(),
    ask: ({ method, path, body, contentType = "application/json" }) =>
      new Promise<Answer>((resolve, reject) => {
        const asked = request(
          {
            host,
            port,
            path,
            method,
            agent,
            headers: {
              authorization: `Bearer ${token}`,
              accept: "application/json",
              ...(body === undefined ? {} : { "content-type": contentType }),
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on("data", (chunk: Buffer) => chunks.push(chunk));
            response.once("error", reject);
            response.once("end", () => {
              const { warning } = response.headers;
              resolve({
                status: response.statusCode ?? 0,
                body: parsed(Buffer.concat(chunks).toString("utf8")),
                warnings: warning === undefined ? [] : [warning],
              });
            });
          },
        );
        asked.once("error", reject);
        asked.end(body === undefined || typeof body === "string" ? body : JSON.stringify(body));
      }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
