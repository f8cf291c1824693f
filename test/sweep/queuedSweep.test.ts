/** A sweep that other processes run: through a real Redis, by the commands that people type. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { folderWith } from "../cli/tools/folderWith.ts";
import { ownRedis } from "../jobs/tools/ownRedis.ts";
import { type Started, startGenloss } from "./tools/genloss.ts";
import { specText } from "./tools/specText.ts";
import { sweepHome } from "./tools/sweepHome.ts";

const { skip, redis } = await ownRedis();

const file = sweepHome();
const cwd = folderWith({});

/** A worker that listens. */
async function worker(): Promise<Started> {
  const args = ["worker", "--queue", redis().address, "--concurrency", "1", "--patience", "2"];
  const started = startGenloss(args, cwd, redis().env);
  for (let tries = 0; tries < 600 && !/Listening at/.test(started.said()); tries += 1) await pause(50);
  assert.match(started.said(), /Listening at redis:\/\/127\.0\.0\.1:\d+, code [\da-f]{12}, 1 at a time\./);
  return started;
}
const bytesOf = (folder: string): string[] =>
  ["rows.jsonl", "rows.arrow", "report.html"].map((name) => readFileSync(join(cwd, folder, name), "base64"));

test("workers give the same bytes as this process, though one is killed and Redis crashes; SIGTERM lets one finish", {
  skip,
}, async () => {
  const alone = await startGenloss(["sweep", file, "-o", "alone"], cwd).ended;
  assert.equal(alone.status, 0, alone.stderr);
  using first = await worker();
  using second = await worker();
  const args = ["sweep", file, "-o", "together", "--queue", redis().address];
  const together = startGenloss(args, cwd, redis().env);
  const kept = (): number => {
    try {
      return readFileSync(join(cwd, "together/runs.jsonl"), "utf8").split("\n").length;
    } catch {
      return 0;
    }
  };
  for (let tries = 0; tries < 1200 && kept() < 3; tries += 1) await pause(25);
  first.child.kill("SIGKILL");
  await redis().stop("SIGKILL");
  await pause(300);
  await redis().start();
  const { status, stderr } = await together.ended;
  assert.equal(status, 0, stderr);
  assert.deepEqual(bytesOf("together"), bytesOf("alone"));

  const told = await startGenloss(["queue", "status", "--queue", redis().address], cwd, redis().env).ended;
  assert.match(told.stdout, /^Code [\da-f]{12}: 0 waiting, 0 running\nWorkers: \S+\n$/);
  second.child.kill("SIGTERM");
  const ended = await second.ended;
  assert.equal(ended.status, 0, ended.stderr);
  assert.match(ended.stderr, /Finishing what runs; once more ends it at once\./);
  assert.match(ended.stdout, /^\d+ jobs done, 0 of them set aside\.\n$/);
});

test("a worker whose file is another refuses it, and the sweep says so", { skip }, async () => {
  using _listening = await worker();
  const first = await startGenloss(
    ["sweep", file, "-o", "first", "--queue", redis().address],
    cwd,
    redis().env,
  ).ended;
  assert.equal(first.status, 0, first.stderr);
  // The worker has read the file; then it changes.
  writeFileSync(file, specText().replace("seed: 3", "seed: 4"));
  const { status, stderr } = await startGenloss(
    ["sweep", file, "-o", "second", "--queue", redis().address],
    cwd,
    redis().env,
  ).ended;
  assert.equal(status, 1, stderr);
  assert.match(stderr, /it must be the file that the sweep was begun with, and is another here \(\S+\.\d+\)/);
});

test("a queue that is not there, or does not let us in, is told in seconds, with nothing written", {
  skip,
}, async () => {
  const args = ["sweep", file, "-o", "none", "--queue", redis().address];
  const { status, stderr } = await startGenloss(args, cwd, { GENLOSS_QUEUE_PASSWORD: "wrong" }).ended;
  assert.equal(status, 2);
  assert.match(stderr, /^Cannot open the queue redis:.*: it does not let us in/m);
  assert.throws(() => readFileSync(join(cwd, "none/runs.jsonl")));
});
