/** How many of a unit a suffix stands for (Kubernetes' `resource.Quantity`, 2026-11-24). */
const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/**
 * Where an object that was read back is not what was sent: a line each, by path. What the server adds is its own affair; of what was
 * sent, nothing may be gone or changed but the spelling of a quantity.
 */
export function notHeld(sent: unknown, held: unknown, path = ""): string[] {
  if (isNothing(sent) && isNothing(held)) return [];
  if (Array.isArray(sent)) {
    if (!Array.isArray(held) || held.length !== sent.length) return [difference(path, sent, held)];
    return sent.flatMap((item, index) => notHeld(item, held[index], `${path}[${index}]`));
  }
  if (isObject(sent)) {
    if (!isObject(held)) return [difference(path, sent, held)];
    return Object.entries(sent).flatMap(([key, value]) =>
      // Taken in and kept under `data`, by definition.
      path === "" && key === "stringData"
        ? []
        : notHeld(value, held[key], path === "" ? key : `${path}.${key}`),
    );
  }
  return sent === held || sameQuantity(sent, held) ? [] : [difference(path, sent, held)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An empty list or object and none are the same to many kinds. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function sameQuantity(sent: unknown, held: unknown): boolean {
  const [one, other] = [quantity(sent), quantity(held)];
  return one !== undefined && one === other;
}

function quantity(value: unknown): number | undefined {
  const [, digits, suffix] = /^([\d.]+)([a-zA-Z]*)$/.exec(String(value)) ?? [];
  const unit = SUFFIXES[suffix ?? ""];
  return digits === undefined || unit === undefined ? undefined : Number(digits) * unit;
}

function difference(path: string, sent: unknown, held: unknown): string {
  return `${path}: sent ${JSON.stringify(sent)}, holds ${JSON.stringify(held) ?? "nothing"}`;
}
