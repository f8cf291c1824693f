/** Threads that do jobs: what comes back, what becomes of those that fail, and what a death costs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Done } from "../../jobs/executor.ts";
import type { Job, Json } from "../../jobs/job.ts";
import { localPool } from "../../jobs/localPool.ts";
import { folderWith } from "../cli/tools/folderWith.ts";

const root = folderWith({
  "package.json": '{ "type": "module" }',
  "work/square.ts":
    "export const perform = async ({ x, ms = 0 }) => { await new Promise((done) => setTimeout(done, ms)); return x * x; };",
  "work/odd.ts": `export const perform = (what) => {
    if (what === "throw") throw new RangeError("it must not be so");
    if (what === "text") throw "a text";
    if (what === "exit") process.exit(7);
    if (what === "late") { setTimeout(() => { throw new Error("late"); }); return new Promise(() => {}); }
    if (what === "nan") return { a: [1, NaN] };
    if (what === "nothing") return undefined;
    if (what === "big") return 1n;
    return what;
  };`,
  "work/none.ts": "export const other = 1;",
});
const job = (params: Json, module = "work/square.ts"): Job => ({
  key: JSON.stringify(params),
  module,
  params,
});
async function all(jobs: Iterable<Job>, workers: number): Promise<Done[]> {
  await using pool = localPool(root, workers);
  return await listOf(pool.perform(jobs));
}
async function listOf(ended: AsyncIterable<Done>): Promise<Done[]> {
  const list: Done[] = [];
  for await (const done of ended) list.push(done);
  return list;
}
const words = (done: Done): unknown => ("fault" in done ? done.fault : done.result);

for (const workers of [1, 2, 4])
  test(`${workers} threads do every job once, whatever ends first`, async () => {
    const jobs = Array.from({ length: 20 }, (_, x) => job({ x, ms: (x * 7) % 5 }));
    const done = await all(jobs, workers);
    assert.deepEqual(
      done.map(words).sort((a, b) => Number(a) - Number(b)),
      jobs.map((_, x) => x * x),
    );
  });

for (const [what, fault] of [
  ["throw", "RangeError: it must not be so"],
  ["text", "a text"],
  ["exit", "Its thread died: it ended with 7"],
  ["late", "Its thread died: late"],
  ["nan", "TypeError: Cannot send the result of a job: 1 must be JSON, got NaN"],
  ["nothing", "TypeError: Cannot send the result of a job: it must be JSON, got undefined"],
  ["big", "TypeError: Do not know how to serialize a BigInt"],
] as const)
  test(`a job that ends by ${what} is set aside with its fault, and the next ones are done`, async () => {
    const done = await all([job(what, "work/odd.ts"), job({ x: 3 }), job({ x: 4 })], 1);
    assert.deepEqual(done.map(words), [fault, 9, 16]);
  });

test("a module that is none, or lies outside, is a fault", async () => {
  const done = await all([job(1, "work/none.ts"), job(1, "../work/square.ts"), job(1, "work/missing.ts")], 1);
  assert.match(String(words(done[0]!)), /work\/none\.ts must export a function perform, got undefined/);
  assert.match(String(words(done[1]!)), /its module must be a path from the project's root, got \.\.\/work/);
  assert.match(String(words(done[2]!)), /Cannot find module/);
});

test("who stops asking stops the work; a job is taken only when somebody is free", async () => {
  await using pool = localPool(root, 2);
  let taken = 0;
  function* endless(): Generator<Job> {
    for (;;) yield job({ x: taken++ });
  }
  const ended = pool.perform(endless())[Symbol.asyncIterator]();
  for (let seen = 0; seen < 5; seen += 1) await ended.next();
  await ended.return?.();
  assert.ok(taken <= 7, `${taken} taken`);
  assert.deepEqual((await listOf(pool.perform([job({ x: 5 })]))).map(words), [25], "and it works on");
});

test("no threads, or half a one, are refused", () => {
  for (const workers of [0, 0.5, Number.NaN])
    assert.throws(() => localPool(root, workers), /workers must be an integer of at least 1/);
});
