import type { Cloud } from "./cloud";
import { secret } from "./properties";
import type { TypeDescriptor } from "./type-descriptor";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/**
 * Passwords of letters and digits, out of a digest instead of chance. Everything that they are made from forces a new one
 * (terraform-provider-random 3.7, `random_password`: each attribute requires replacement).
 */
const PASSWORD: TypeDescriptor = {
  // The real one's is `none` for all; here the journal tells objects apart by it.
  id: ({ digest }) => digest("id").slice(0, 16),
  defaults: {
    lower: true,
    minLower: 0,
    minNumeric: 0,
    minSpecial: 0,
    minUpper: 0,
    number: true,
    numeric: true,
    special: true,
    upper: true,
  },
  immutable: [
    "keepers",
    "length",
    "lower",
    "upper",
    "number",
    "numeric",
    "special",
    "overrideSpecial",
    "minLower",
    "minUpper",
    "minNumeric",
    "minSpecial",
  ],
  secret: ["bcryptHash", "result"],
  computed: ({ inputs, digest }) => ({
    result: secret(password(Number(inputs.length), digest)),
    // Of the right form, and a hash of nothing: nobody here checks a password against it.
    bcryptHash: secret(`$2a$10$${password(53, (purpose) => digest(`hash ${purpose}`))}`),
  }),
};

function password(length: number, digest: (purpose: string) => string): string {
  return Array.from(
    { length },
    (_, place) => LETTERS[Number.parseInt(digest(String(place)).slice(0, 8), 16) % LETTERS.length],
  ).join("");
}

export const RANDOM: Cloud = {
  package: "random",
  // Of the plugin framework's bridge, which takes secrets (pulumi-terraform-bridge, `pkg/pf/tfbridge`).
  acceptsSecrets: true,
  notes: "defaults",
  types: {
    "random:index/randomPassword:RandomPassword": PASSWORD,
    "random:index/randomString:RandomString": { ...PASSWORD, secret: [] },
  },
  other: () => ({ id: ({ digest }) => digest("id").slice(0, 16) }),
  autoname: (logical) => logical,
  immutable: [],
  follows: [],
  refusals: {
    taken: (type, key) => `${type} ${key} already exists`,
    missing: (_type, path, value) => `${path}: ${value} does not exist`,
    inUse: (object, user) => `${object.id} is in use by ${user.id}`,
    gone: (_type, id) => `${id} does not exist`,
    fault: (_type, name) => `creating ${name}: an error that was asked for`,
  },
  functions: {},
};
