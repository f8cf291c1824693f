#!/usr/bin/env node
// Plain JavaScript, because an old Node must be able to read it: it starts the command on the Node that the
// project pins (`node_modules/node`), so that everyone computes with the same version.
import { spawnSync } from "node:child_process";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 24 || (major === 24 && minor >= 12)) {
  module.enableCompileCache(); // compiled modules are kept between commands, which halves the start
  await import("./main.ts");
} else {
  let pinned;
  try {
    const folder = dirname(module.createRequire(import.meta.url).resolve("node/package.json"));
    pinned = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    console.error(`genloss needs Node 24.12 or newer, got ${process.versions.node}.
  Try   npm ci   in the project's folder: it brings its own Node`);
    process.exit(2);
  }
  const { status, signal, error } = spawnSync(pinned, [self, ...process.argv.slice(2)], { stdio: "inherit" });
  if (error) console.error(`genloss could not start its own Node: ${error.message}\n  Try   npm ci`);
  process.exit(signal ? 130 : (status ?? 3));
}
