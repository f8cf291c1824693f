/** The far end of a conversation, as a student's process has it: it gives the value of an expression. */
import { type MessagePort, workerData } from "node:worker_threads";
import { Channel } from "../../../../course/judge/values/channel.ts";
import { seededStreams } from "../../../../course/judge/values/seededStreams.ts";
import { seeded } from "../../../../lib/index.ts";
import { lineQueue } from "./lineQueue.ts";

const { port, bell } = workerData as { readonly port: MessagePort; readonly bell: Int32Array };
Object.assign(globalThis, { seeded });

// biome-ignore lint/security/noGlobalEval: a test writes what the far side makes
const evaluate = globalThis.eval;
const channel = new Channel(lineQueue(port, bell, 600_000), seededStreams(seeded), (what) =>
  evaluate(`(${String(what)})`),
);
for (;;) await channel.serve();
