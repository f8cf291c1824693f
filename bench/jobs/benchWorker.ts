/** A worker of a bench: it does nothing but jobs, and says that it listens. */
import { fileURLToPath } from "node:url";
import { bullmqQueue } from "../../jobs/bullmqQueue.ts";
import { workOn } from "../../jobs/workOn.ts";

const [address, code, threads] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../", import.meta.url));
await workOn(await bullmqQueue(address!, "bench"), {
  ...{ root, code: code!, concurrency: Number(threads), patienceMs: 30_000, name: "bench" },
});
console.log("listening");
