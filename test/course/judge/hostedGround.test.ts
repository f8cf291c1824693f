import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { hostedGround } from "../../../course/judge/host/hostedGround.ts";

const folder = mkdtempSync(join(tmpdir(), "genloss-hosted-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const busy = "for (const end = performance.now() + 150; performance.now() < end;);";
const ground = {
  ...{ table: { entries: {}, needs: {} }, sources: {} },
  cells: [
    { id: "quick", source: "const n = 2;" },
    { id: "slow", source: `${busy} const m = n + 1;` },
    { id: "on-slow", source: "const k = m * n;" },
    { id: "on-quick", source: "const l = n * n;" },
  ],
};
const idsOf = async (needed: readonly string[], answers: number): Promise<string[]> =>
  (await hostedGround(ground, { needed, answers }, folder)).cells.map(({ id }) => id);

test("a cell that takes long is left out with what stands on it, unless many answers need it", async () => {
  assert.deepEqual(await idsOf(["slow"], 20), ["quick", "on-quick"]);
  assert.deepEqual(await idsOf(["slow"], 21), ["quick", "slow", "on-slow", "on-quick"]);
  assert.deepEqual(await idsOf(["quick"], 800), ["quick", "on-quick"]);
});

test("what cells take is measured once and kept", async () => {
  const [name, ...others] = readdirSync(folder);
  assert.deepEqual(others, []);
  const times = JSON.parse(readFileSync(join(folder, name!), "utf8")) as { id: string; ms: number }[];
  assert.deepEqual(
    times.map(({ id }) => id),
    ["quick", "slow", "on-slow", "on-quick"],
  );
  assert.ok(times[1]!.ms >= 150);
  writeFileSync(join(folder, name!), JSON.stringify(times.map(({ id }) => ({ id, ms: 1 }))));
  assert.deepEqual(await idsOf([], 1), ["quick", "slow", "on-slow", "on-quick"]);
});

test("a cell that fails is named", async () => {
  const failing = { ...ground, cells: [{ id: "odd", source: "null.x" }] };
  await assert.rejects(
    hostedGround(failing, { needed: [], answers: 1 }, folder),
    /Cannot run what the exercise stands on: cell odd fails, TypeError/,
  );
});
