/** Whoever may have killed a worker runs alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { suspects } from "../../jobs/suspects.ts";

/** Jobs that end when they are told to, and a record of what ran beside what. */
function jobs() {
  const run = suspects();
  const running = new Set<string>();
  const seen: string[] = [];
  const ends = new Map<string, (how?: Error) => void>();
  const begin = (name: string, isSuspect: boolean): Promise<string> =>
    run(isSuspect, async () => {
      running.add(name);
      seen.push([...running].join(""));
      try {
        await new Promise<void>((done, fail) => ends.set(name, (how) => (how ? fail(how) : done())));
      } finally {
        running.delete(name);
      }
      return name;
    });
  const end = async (name: string, how?: Error): Promise<void> => {
    ends.get(name)!(how);
    await turn();
  };
  return { begin, end, seen };
}

test("jobs run together, a suspect alone, and nobody passes a suspect that waits", async () => {
  const { begin, end, seen } = jobs();
  const all = [begin("a", false), begin("b", false), begin("S", true), begin("T", true), begin("c", false)];
  await turn();
  assert.deepEqual(seen, ["a", "ab"]);
  await end("a");
  assert.deepEqual(seen, ["a", "ab"], "it waits for both");
  await end("b");
  assert.deepEqual(seen.slice(2), ["S"]);
  await end("S");
  assert.deepEqual(seen.slice(2), ["S", "T"]);
  await end("T");
  const late = begin("d", false);
  await turn();
  assert.deepEqual(seen.slice(2), ["S", "T", "c", "cd"]);
  await end("c");
  await end("d");
  assert.deepEqual(await Promise.all([...all, late]), ["a", "b", "S", "T", "c", "d"]);
});

test("what fails holds nobody back, and tells whoever asked", async () => {
  const { begin, end, seen } = jobs();
  const [first, suspect, last] = [begin("a", false), begin("S", true), begin("b", false)];
  const faults = Promise.allSettled([first, suspect]);
  await turn();
  await end("a", new Error("one"));
  await end("S", new Error("two"));
  assert.deepEqual(seen, ["a", "S", "b"]);
  await end("b");
  assert.equal(await last, "b");
  assert.deepEqual(
    (await faults).map((each) => (each.status === "rejected" ? each.reason.message : "")),
    ["one", "two"],
  );
});
