/** Jobs through a real Redis: the same results whoever dies, and words for what is wrong with a queue. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bullmqQueue } from "../../jobs/bullmqQueue.ts";
import type { Done } from "../../jobs/executor.ts";
import type { Job, Json } from "../../jobs/job.ts";
import { queuedExecutor } from "../../jobs/queuedExecutor.ts";
import { workOn } from "../../jobs/workOn.ts";
import { folderWith } from "../cli/tools/folderWith.ts";
import { ownRedis } from "./tools/ownRedis.ts";

const { skip, redis } = await ownRedis();

const root = folderWith({
  "package.json": '{ "type": "module" }',
  "work/square.ts":
    "export const perform = async ({ x, ms = 0 }) => { const end = Date.now() + ms; while (Date.now() < end); return x * x; };",
  "work/odd.ts": `export const perform = (what) => {
    if (what === "throw") throw new RangeError("it must not be so");
    if (what === "exit") process.exit(7);
    if (what === "kill") process.kill(process.pid, "SIGKILL");
    return what;
  };`,
});
const job = (params: Json, module = "work/square.ts"): Job => ({
  key: JSON.stringify(params),
  module,
  params,
});
const squares = (count: number, ms = 0): Job[] => Array.from({ length: count }, (_, x) => job({ x, ms }));
const words = (done: Done): unknown => ("fault" in done ? done.fault : done.result);
let lines = 0;
/** A line of its own for each test. */
function newLine(): string {
  lines += 1;
  return `test-${lines}`;
}
const open = (line: string) => bullmqQueue(redis().address, line, redis().env);
async function listOf(ended: AsyncIterable<Done>): Promise<Done[]> {
  const list: Done[] = [];
  for await (const done of ended) list.push(done);
  return list;
}
const options = { root, code: "abc", concurrency: 2, patienceMs: 2000 };
/** A worker in this process. */
async function worker(line: string, more: Partial<typeof options> = {}, name = "here") {
  const queue = await open(line);
  const working = await workOn(queue, { ...options, ...more, name });
  return {
    ...working,
    async [Symbol.asyncDispose]() {
      await working.stop();
      await queue[Symbol.asyncDispose]();
    },
  };
}
/** A worker in a process of its own, that can be killed. */
function distantWorker(line: string): { kill(): void; ended: Promise<unknown> } {
  const file = (path: string): string => fileURLToPath(new URL(`../../jobs/${path}`, import.meta.url));
  const child = spawn(
    process.execPath,
    [
      ...["--no-warnings", "--input-type=module", "-e"],
      `const { bullmqQueue } = await import(${JSON.stringify(file("bullmqQueue.ts"))});
      const { workOn } = await import(${JSON.stringify(file("workOn.ts"))});
      await workOn(await bullmqQueue(${JSON.stringify(redis().address)}, ${JSON.stringify(line)}),
        ${JSON.stringify({ ...options, name: "distant" })});`,
    ],
    { env: { ...process.env, ...redis().env }, stdio: ["ignore", "ignore", "inherit"] },
  );
  return { kill: () => void child.kill("SIGKILL"), ended: once(child, "exit") };
}

for (const workers of [1, 3])
  test(`${workers} workers do every job once`, { skip }, async () => {
    const line = newLine();
    const working = await Promise.all(Array.from({ length: workers }, () => worker(line)));
    await using executor = queuedExecutor(await open(line), { code: "abc" });
    const done = await listOf(executor.perform(squares(150)));
    assert.deepEqual(
      done.map(words).sort((a, b) => Number(a) - Number(b)),
      squares(150).map((_, x) => x * x),
    );
    await Promise.all(working.map((each) => each[Symbol.asyncDispose]()));
  });

test("a job that throws, and one that kills its thread, are set aside with their fault; the others are done", {
  skip,
}, async () => {
  const line = newLine();
  await using _worker = await worker(line, {}, "bench.7");
  const queue = await open(line);
  await using executor = queuedExecutor(queue, { code: "abc" });
  const done = await listOf(
    executor.perform([job("throw", "work/odd.ts"), job({ x: 3 }), job("exit", "work/odd.ts"), job({ x: 4 })]),
  );
  assert.deepEqual(done.map(words).sort(), [
    16,
    9,
    "Its thread died: it ended with 7 (bench.7)",
    "RangeError: it must not be so (bench.7)",
  ]);
  for (let tries = 0; tries < 50 && (await queue.status()).setAside.length < 2; tries += 1) await pause(50);
  const { setAside, workers, waiting, running } = await queue.status();
  assert.deepEqual(setAside.map(({ module, fault }) => [module, fault]).sort(), [
    ["work/odd.ts", "Its thread died: it ended with 7"],
    ["work/odd.ts", "RangeError: it must not be so"],
  ]);
  assert.deepEqual([workers, waiting, running], [["bench.7"], 0, 0]);
});

test("a job for other code is refused", { skip }, async () => {
  const line = newLine();
  await using _worker = await worker(line, { code: "another version" });
  await using executor = queuedExecutor(await open(line), { code: "this version" });
  const [done] = await listOf(executor.perform([job({ x: 3 })]));
  assert.equal(words(done!), "It is for code this version, and this worker has another vers (here)");
});

test("a job that takes longer than a worker's patience is done once: its thread does not keep the worker silent", {
  skip,
}, async () => {
  const line = newLine();
  let ended = 0;
  const onEnd = (): void => {
    ended += 1;
  };
  const queue = await open(line);
  const working = await workOn(queue, { ...options, name: "slow", onEnd });
  await using _other = await worker(line);
  await using executor = queuedExecutor(await open(line), { code: "abc" });
  const done = await listOf(executor.perform([job({ x: 3, ms: 5000 }), job({ x: 4, ms: 5000 })]));
  assert.deepEqual(done.map(words).sort(), [16, 9]);
  assert.ok(ended <= 2, `${ended}`);
  await working.stop();
  await queue[Symbol.asyncDispose]();
});

test("workers that are killed, and a Redis that crashes and comes back, lose nothing and count nothing twice", {
  skip,
}, async (t) => {
  const line = newLine();
  await using executor = queuedExecutor(await open(line), { code: "abc", ahead: 16 });
  let distant = [distantWorker(line), distantWorker(line)];
  const seen: unknown[] = [];
  let [kills, crashes] = [0, 0];
  for await (const done of executor.perform(squares(120, 40))) {
    seen.push(words(done));
    if (seen.length % 20 === 10) {
      distant[0]!.kill();
      kills += 1;
      distant = [distant[1]!, distantWorker(line)];
    }
    if (seen.length === 45 || seen.length === 85) {
      await redis().stop(seen.length === 45 ? "SIGKILL" : "SIGTERM");
      crashes += 1;
      await pause(600);
      await redis().start();
    }
  }
  t.diagnostic(`${kills} workers killed, Redis ended ${crashes} times`);
  assert.deepEqual(
    seen.sort((a, b) => Number(a) - Number(b)),
    squares(120).map((_, x) => x * x),
  );
  for (const each of distant) each.kill();
});

test("a job that kills each worker that takes it is given up, and the others are done", {
  skip,
}, async (t) => {
  const line = newLine();
  await using executor = queuedExecutor(await open(line), { code: "abc" });
  let isDone = false;
  let lost = 0;
  const workers = (async () => {
    while (!isDone) {
      const distant = distantWorker(line);
      const isEnding = await Promise.race([distant.ended.then(() => false), untilDone()]);
      if (isEnding) distant.kill();
      else lost += 1;
    }
  })();
  async function untilDone(): Promise<boolean> {
    while (!isDone) await pause(50);
    return true;
  }
  const done = await listOf(executor.perform([job("kill", "work/odd.ts"), job({ x: 3 }), job({ x: 4 })]));
  isDone = true;
  await workers;
  t.diagnostic(`${lost} workers lost`);
  const [four, three, fault] = done.map(words).sort();
  assert.deepEqual([four, three], [16, 9]);
  assert.match(
    String(fault),
    /^Whoever does it dies: \d+ workers were lost, the last while it did nothing else \(.+\)$/,
  );
  assert.ok(lost >= 3 && lost <= 8, `${lost}`);
});

test("a worker that outlives many makers keeps no connection of theirs", { skip }, async () => {
  const line = newLine();
  await using _worker = await worker(line);
  const connections: number[] = [];
  for (let maker = 0; maker < 6; maker += 1) {
    await using executor = queuedExecutor(await open(line), { code: "abc" });
    assert.equal((await listOf(executor.perform(squares(3)))).length, 3);
    connections.push(await redis().connections());
  }
  assert.equal(connections.at(-1), connections[1], `${connections}`);
});

test("a worker that drains finishes what it does, and takes no more", { skip }, async () => {
  const line = newLine();
  const queue = await open(line);
  let ended = 0;
  const onEnd = (): void => {
    ended += 1;
  };
  const working = await workOn(queue, { ...options, name: "ending", onEnd });
  const executor = queuedExecutor(await open(line), { code: "abc" });
  const done = listOf(executor.perform(squares(8, 300)));
  for (let tries = 0; tries < 400 && ended === 0; tries += 1) await pause(50);
  const atFirst = ended;
  await working.drain();
  const before = ended;
  assert.ok(before >= 1 && before <= atFirst + 2, `${atFirst} done, then ${before}`);
  await pause(500);
  assert.equal(ended, before, "nothing ran on");
  await using _other = await worker(line);
  assert.equal((await done).length, 8, "another takes the rest");
  await executor[Symbol.asyncDispose]();
  await queue[Symbol.asyncDispose]();
});

test("who stops asking takes back what nobody has begun", { skip }, async () => {
  const line = newLine();
  const queue = await open(line);
  await using executor = queuedExecutor(queue, { code: "abc", ahead: 10 });
  const ended = executor.perform(squares(30, 20))[Symbol.asyncIterator]();
  const first = ended.next();
  try {
    for (let tries = 0; tries < 200 && (await queue.status()).waiting < 10; tries += 1) await pause(50);
    assert.equal((await queue.status()).waiting, 10);
    await using _worker = await worker(line, { concurrency: 1 });
    await first;
  } finally {
    await ended.return?.();
  }
  assert.equal((await queue.status()).waiting, 0);
});

test("nobody there, a silent address, a wrong password and a wrong address are told within seconds", {
  skip,
}, async () => {
  const silent = createServer((socket) => void socket.resume()).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as { port: number };
  const free = await new Promise<number>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
  const wrongs: [string, Record<string, string>, RegExp][] = [
    [`redis://127.0.0.1:${free}`, {}, /^Cannot open the queue redis:.*: nobody listens there$/],
    [`redis://127.0.0.1:${port}`, {}, /no answer within 5 s|timed? ?out/i],
    [redis().address, {}, /it does not let us in \(.*NOAUTH.*\)\n {2}Try {3}GENLOSS_QUEUE_PASSWORD/],
    [redis().address, { GENLOSS_QUEUE_PASSWORD: "wrong" }, /it does not let us in \(.*WRONGPASS/],
    [
      "localhost:6379",
      {},
      /its address must be redis:\/\/HOST:PORT or rediss:\/\/HOST:PORT, got localhost:6379/,
    ],
    ["redis://:secret@127.0.0.1", {}, /one with a password in it/],
  ];
  for (const [address, env, wanted] of wrongs) {
    const began = Date.now();
    await assert.rejects(bullmqQueue(address, "line", env), (error: Error) => {
      assert.equal(error.name, "QueueError");
      assert.match(error.message, wanted);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
    assert.ok(Date.now() - began < 10_000);
  }
  silent.close();
});

test("a job that is too large to travel is refused before any is sent", { skip }, async () => {
  const line = newLine();
  await using executor = queuedExecutor(await open(line), { code: "abc" });
  await assert.rejects(listOf(executor.perform([{ ...job({ text: "x".repeat(70_000) }), key: "long" }])), {
    message: /Cannot send a job: it must have at most 65536 characters, got 70\d{3}: long/,
  });
});

test("silence is said", { skip }, async () => {
  const line = newLine();
  const waits: number[] = [];
  await using executor = queuedExecutor(await open(line), {
    ...{ code: "abc", idleMs: 200 },
    onIdle: (ms) => void waits.push(ms),
  });
  const done = listOf(executor.perform([job({ x: 5 })]));
  for (let tries = 0; tries < 200 && waits.length < 2; tries += 1) await pause(50);
  assert.ok(waits.length >= 2 && waits[1]! > waits[0]!, `${waits}`);
  await using _worker = await worker(line);
  assert.deepEqual((await done).map(words), [25]);
});
