/** A kernel that runs for days must not grow: neither by cells, nor by outputs, nor by interrupts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { Peer } from "./tools/peer.ts";

const jupyter = await findJupyter();
const noProc = process.platform === "linux" ? false : "only Linux tells a process's memory in /proc";
const mebibyte = 1024 * 1024;

describe("memory", { skip: skipWithout(jupyter) || noProc }, () => {
  let peer: Peer;
  before(async () => {
    if (!("reason" in jupyter)) peer = await Peer.start(jupyter);
  });
  after(() => peer?.close());

  const rest = async (): Promise<number> => {
    await peer.execute("await new Promise((done) => setTimeout(done, 1500))", { store_history: false });
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${peer.process.pid}/status`, "utf8"))?.[1];
    return (Number(kilobytes) * 1024) / mebibyte;
  };
  /** Resident, in MiB, once it has settled: on a busy machine the type checker is still loading after many cells. */
  const resident = async (): Promise<number> => {
    let last = await rest();
    for (let again = 0; again < 20; again++) {
      const next = await rest();
      if (Math.abs(next - last) < 1) return next;
      last = next;
    }
    return last;
  };
  const cells = async (from: number, to: number): Promise<void> => {
    for (let n = from; n < to; n++) {
      const { reply } = await peer.execute(
        `const v${n % 20}: number[] = Array.from({ length: ${n % 7} }, (_, i) => i); function f${n % 20}(x: number): number { return x + v${n % 20}.length } console.log(f${n % 20}(${n})); v${n % 20}`,
      );
      assert.equal(reply.content.status, "ok");
    }
  };

  // How much it is depends on the machine: `npm run bench -- kernel` sets it beside other kernels.
  test("is flat over 200 cells", async (context) => {
    await cells(0, 40); // what every kernel loads once
    const before = await resident();
    await cells(40, 240);
    const after = await resident();
    context.diagnostic(`${before.toFixed(0)} MiB after 40 cells, ${after.toFixed(0)} MiB after 240`);
    assert.ok(after - before < 40, `${before.toFixed(0)} → ${after.toFixed(0)} MiB`);
  });
});
