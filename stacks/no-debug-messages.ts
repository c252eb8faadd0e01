import * as pulumi from "@pulumi/pulumi";

// The SDK logs every answer of the engine, secrets unwrapped, as debug messages; a person never sees them, but
// `pulumi up --json` prints them. Loaded before the first resource.
Object.assign(pulumi.log, { debug: () => Promise.resolve() });
