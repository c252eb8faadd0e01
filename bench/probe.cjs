"use strict";

// Preloaded into each process of a command: tells at its end what it loaded and how much memory it took.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

process.on("SIGTERM", () => process.exit(0));
process.on("exit", () => {
  const probe = {
    main: process.argv[1] ?? "",
    modules: Object.keys(require.cache),
    maxRss: process.resourceUsage().maxRSS,
  };
  writeFileSync(join(process.env.ISTHMUS_PROBE, `${process.pid}.json`), JSON.stringify(probe));
});
