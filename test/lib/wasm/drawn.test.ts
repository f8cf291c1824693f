import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { drawLoops } from "../../../lib/random/parts/drawLoops.ts";
import { withLanes } from "../../../lib/wasm/lanes.ts";
import { drawn } from "./drawn.ts";

for (const how of ["absent", "forbidden"]) {
  test(`where WebAssembly is ${how}, each seed gives the same bytes as with it`, async () => {
    assert.ok(drawLoops(16) && withLanes(0, () => true), "it runs here");
    const module = new URL("./drawn.ts", import.meta.url).href;
    const worker = new Worker(new URL("./withoutWasm.ts", import.meta.url), {
      workerData: { how, module, name: "drawn" },
    });
    const [without] = await once(worker, "message");
    assert.deepEqual(without, { ...drawn(), ran: "without" });
  });
}
