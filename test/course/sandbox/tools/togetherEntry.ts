/** Prints how many processes each of four sandboxes could start at the same time, as JSON. */
import { levelA } from "./levelA.ts";
import { runScript } from "./runScript.ts";

const script = `
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeSync } from "node:fs";
let count = 0;
try {
  for (; count < 40; count++)
    await once(spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "inherit" }), "spawn");
} catch {}
writeSync(3, String(count));
await new Promise((resolve) => setTimeout(resolve, 3000));
process.exit();`;
const limits = { processes: 24 };
const sandbox = levelA({ permissions: false });
const runs = [0, 1, 2, 3].map((slot) => runScript(sandbox, script, { slot, limits }));
console.log(JSON.stringify((await Promise.all(runs)).map(({ said }) => Number(said))));
