// What the engine starts where it starts the clouds itself, one process a provider.
require("tsx/cjs");
require("./main.ts");
