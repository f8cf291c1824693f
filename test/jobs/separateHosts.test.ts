/** Workers on hosts of their own: each reaches the queue by one wire, which is cut while a sweep runs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "../../bench/jobs/redis.ts";
import { folderWith } from "../cli/tools/folderWith.ts";
import { type Started, startGenloss } from "../sweep/tools/genloss.ts";
import { sweepHome } from "../sweep/tools/sweepHome.ts";
import { findRedis } from "./tools/findRedis.ts";
import { type Host, separateHosts } from "./tools/separateHosts.ts";

const found = await findRedis();
const skip = "reason" in found && found.reason;

test("two hosts run a sweep; one loses its wire and gets it back: the bytes are those of one process", {
  skip,
}, async (t) => {
  if ("reason" in found) throw new Error(found.reason);
  using made = separateHosts("lab-one", "lab-two");
  const [first, second] = made.hosts;
  if (made.why !== undefined) t.diagnostic(made.why);
  await using redis = await Redis.start(found.path, { hosts: [first.here, second.here] });
  const file = sweepHome();
  const cwd = folderWith({});
  const alone = await startGenloss(["sweep", file, "-o", "alone"], cwd).ended;
  assert.equal(alone.status, 0, alone.stderr);

  const listen = async (host: Host): Promise<Started> => {
    const address = `redis://${host.here}:${redis.port}`;
    const args = ["worker", "--queue", address, "--concurrency", "1", "--patience", "2"];
    const started = startGenloss(args, cwd, redis.env, host.prefix);
    for (let tries = 0; tries < 600 && !/Listening at/.test(started.said()); tries += 1) await pause(50);
    assert.match(started.said(), /Listening at redis:/);
    return started;
  };
  using one = await listen(first);
  using two = await listen(second);
  const told = await startGenloss(["queue", "status", "--queue", redis.address], cwd, redis.env).ended;
  const names = /^Workers: (.+)\.\d+, (.+)\.\d+$/m.exec(told.stdout)?.slice(1).sort();
  assert.deepEqual(names, [first.name, second.name].sort(), told.stdout);

  const args = ["sweep", file, "-o", "together", "--queue", redis.address];
  const together = startGenloss(args, cwd, redis.env);
  for (let tries = 0; tries < 1200 && kept(join(cwd, "together")) < 3; tries += 1) await pause(25);
  first.wire(false, one.child);
  await pause(3000); // longer than the patience: its work goes to the other
  first.wire(true, one.child);
  const { status, stderr } = await together.ended;
  assert.equal(status, 0, stderr);
  const bytesOf = (folder: string): string[] =>
    ["rows.jsonl", "rows.arrow", "report.html"].map((name) =>
      readFileSync(join(cwd, folder, name), "base64"),
    );
  assert.deepEqual(bytesOf("together"), bytesOf("alone"));
  const workers = [one, two];
  for (const { child } of workers) child.kill("SIGTERM");
  const ends = await Promise.all(workers.map(({ ended }) => ended));
  for (const { stdout } of ends) assert.match(stdout, /^[1-9]\d* jobs? done, 0 of them set aside\.$/m);
});

function kept(folder: string): number {
  try {
    return readFileSync(join(folder, "runs.jsonl"), "utf8").split("\n").length;
  } catch {
    return 0;
  }
}
