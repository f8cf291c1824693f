import assert from "node:assert/strict";
import { test } from "node:test";
import { cps1985, type Worker } from "../../data/cps-1985/load.ts";
import { countBy } from "./countBy.ts";

test("cps1985() gives 534 workers in order, and the same frozen rows every time", async () => {
  const workers = await cps1985();
  assert.equal(workers.length, 534);
  assert.deepEqual(workers[0], {
    ...{ wage: 5.1, education: 8, experience: 21, age: 35, gender: "female", race: "hispanic" },
    ...{ occupation: "other", sector: "manufacturing", south: false, union: false, married: true },
  } satisfies Worker);
  assert.deepEqual(workers.at(-1), {
    ...{ wage: 15.38, education: 16, experience: 33, age: 55, gender: "male", race: "white" },
    ...{ occupation: "professional", sector: "manufacturing", south: false, union: false, married: true },
  } satisfies Worker);
  assert.equal(await cps1985(), workers);
  assert.ok(Object.isFrozen(workers) && Object.isFrozen(workers[0]));
});

test("cps1985() counts groups as the survey does", async () => {
  const workers = await cps1985();
  assert.deepEqual(countBy(workers, "gender"), { female: 245, male: 289 });
  assert.deepEqual(countBy(workers, "race"), { hispanic: 27, other: 67, white: 440 });
  assert.deepEqual(countBy(workers, "sector"), { construction: 24, manufacturing: 99, other: 411 });
  assert.deepEqual(countBy(workers, "south"), { false: 378, true: 156 });
});

test("cps1985() puts union and married right: 96 members, 350 married, who are older and earn more", async () => {
  const workers = await cps1985();
  assert.deepEqual(countBy(workers, "union"), { false: 438, true: 96 });
  assert.deepEqual(countBy(workers, "married"), { false: 184, true: 350 });
  const mean = (key: "age" | "wage", who: (worker: Worker) => boolean): number => {
    const own = workers.filter(who);
    return own.reduce((sum, worker) => sum + worker[key], 0) / own.length;
  };
  assert.ok(mean("wage", ({ union }) => union) > mean("wage", ({ union }) => !union));
  assert.ok(mean("age", ({ married }) => married) > mean("age", ({ married }) => !married));
});

test("cps1985() gives wages in dollars, not their logarithms", async () => {
  const wages = (await cps1985()).map(({ wage }) => wage);
  assert.deepEqual([Math.min(...wages), Math.max(...wages)], [1, 44.5]);
});
