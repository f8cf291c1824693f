/** A process that ends with code 3 as soon as its second thread has closed busy sockets and says so. */
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { openTransport } from "../../../kernel/jupyter/protocol/transport.ts";

/** More than ZeroMQ sends at once: the rest waits for a later turn of the thread. */
const messages = 1500;

if (isMainThread) {
  new Worker(new URL(import.meta.url)).once("message", () => process.exit(3));
} else {
  const signing = { key: "", hash: "sha256" };
  const transport = await openTransport({ signing, address: () => "tcp://127.0.0.1:*" });
  transport.listen({ onFrames() {}, onSubscription() {} });
  for (let i = 0; i < messages; i += 1) transport.send("iopub", [Buffer.from(String(i))]);
  await new Promise(setImmediate); // some have left, and the rest waits
  await transport.close();
  transport.send("iopub", [Buffer.from("late")]);
  parentPort!.postMessage("closed");
  for (const until = performance.now() + 300; performance.now() < until; ); // the process ends meanwhile
}
