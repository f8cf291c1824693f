/** Starts a program at level A that computes without end, prints the number of the process, and waits to be killed. */
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { defaultLimits } from "../../../../course/sandbox/sandboxLimits.ts";
import { levelA } from "./levelA.ts";

const from = fileURLToPath(new URL("endless.mjs", import.meta.url));
const child = levelA().launch({
  program: [process.execPath, "/endless.mjs"],
  readable: [{ from, at: "/endless.mjs" }],
  env: {},
  limits: defaultLimits,
  slot: 0,
});
await once(child.stdio[3] as Readable, "data");
console.log(child.pid);
setInterval(() => {}, 60_000);
