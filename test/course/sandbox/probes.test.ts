import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findProgram } from "../../../course/sandbox/findProgram.ts";
import { canaryVariable, setCanaries } from "../../../course/sandbox/probes/canaries.ts";
import type { Outcome } from "../../../course/sandbox/probes/probe.ts";
import { probes } from "../../../course/sandbox/probes/probes.ts";
import { runProbe } from "../../../course/sandbox/probes/runProbe.ts";
import { runProbes } from "../../../course/sandbox/probes/runProbes.ts";
import { reducedSandbox } from "../../../course/sandbox/reduced.ts";
import { unguarded } from "../../../course/sandbox/unguarded.ts";
import { asNobody } from "./tools/asNobody.ts";
import { levelA, noLevelA } from "./tools/levelA.ts";
import { outcomes } from "./tools/outcomes.ts";

const isRoot = process.getuid?.() === 0;

/** What all levels do that have anything. */
const limited: Record<string, Outcome> = {
  objects: "limited",
  buffers: "limited",
  loop: "limited",
  print: "limited",
};
const all = (outcome: Outcome): Record<string, Outcome> =>
  Object.fromEntries(probes.map(({ name }) => [name, outcome]));

/** Node's permissions, and all around them. */
const atLevelA = { ...all("blocked"), ...limited };
/** Inside, a program may then start others, have threads, load an add-on of its own: and gets nowhere with it; its temporary folder is small. */
const withoutPermissions = {
  ...atLevelA,
  "start-one": "open",
  "start-sixty": "limited",
  worker: "open",
  addon: "open",
  "fill-disk": "limited",
};
const atLevelD = {
  ...atLevelA,
  tcp: "open",
  udp: "open",
  "unix-socket": "open",
  "follow-link": "open",
};

test("there are 21 probes, each with a name of its own", () => {
  assert.equal(probes.length, 21);
  assert.equal(new Set(probes.map(({ name }) => name)).size, 21);
});

describe("level A", { skip: noLevelA }, () => {
  test("as root, a user per slot: every probe is blocked or limited", {
    skip: !isRoot && "only root can give a slot its own user",
  }, async () => {
    const seen = outcomes(await runProbes(levelA(), crypto.randomUUID(), undefined, { slot: 3 }));
    assert.deepEqual(seen.outcomes, atLevelA, seen.words);
  });

  test("as a user who is not root: every probe is blocked or limited", () => {
    const seen = asNobody("probesEntry.ts") as ReturnType<typeof outcomes> & { user: number };
    assert.notEqual(seen.user, 0);
    assert.deepEqual(seen.outcomes, atLevelA, seen.words);
  });

  test("namespaces and limits hold without Node's permissions", {
    skip: !isRoot && "only root can give a slot its own user",
  }, async () => {
    const seen = outcomes(await runProbes(levelA({ permissions: false }), crypto.randomUUID()));
    assert.deepEqual(seen.outcomes, withoutPermissions, seen.words);
  });

  test("so they do for a user who is not root", () => {
    const seen = asNobody("probesEntry.ts", "without-permissions") as ReturnType<typeof outcomes>;
    assert.deepEqual(seen.outcomes, withoutPermissions, seen.words);
  });
});

test("level D leaves open what it says", {
  skip: process.platform !== "linux" && "its limits are Linux's",
}, async () => {
  const [sh, setpriv] = ["sh", "setpriv"].map((name) => findProgram(name, process.env.PATH ?? ""));
  const sandbox = reducedSandbox({ ...(sh && { sh }), ...(setpriv && { setpriv }) });
  const seen = outcomes(await runProbes(sandbox, crypto.randomUUID()));
  assert.deepEqual(seen.outcomes, atLevelD, seen.words);
});

test("with no sandbox every probe reaches what it reaches for, so each of them works", {
  skip: process.platform !== "linux" && "only Linux shows processes as files",
}, async () => {
  const word = crypto.randomUUID();
  // What no level does by itself: the environment is handed on, and nobody stops reading.
  const options = { env: { [canaryVariable]: word }, outputCap: Number.POSITIVE_INFINITY };
  const seen = outcomes(await runProbes(unguarded(), word, undefined, options));
  assert.deepEqual(seen.outcomes, all("open"), seen.words);
});

test("even without a sandbox no environment is handed on, and output is cut", async () => {
  const canaries = await setCanaries(crypto.randomUUID());
  try {
    for (const [name, outcome] of [
      ["environment", "blocked"],
      ["print", "limited"],
    ] as const) {
      const probe = probes.find((probe) => probe.name === name)!;
      assert.equal((await runProbe(unguarded(), probe, canaries)).outcome, outcome);
    }
  } finally {
    canaries.close();
  }
});
