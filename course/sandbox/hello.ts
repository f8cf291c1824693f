/** Says back over descriptor 3 what comes in: the trial of a sandbox before it is used. */
import { writeSync } from "node:fs";

process.stdin.once("data", (text: Buffer) => {
  writeSync(3, text);
  process.exit(0);
});
