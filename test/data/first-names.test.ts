import assert from "node:assert/strict";
import { test } from "node:test";
import { firstNames } from "../../data/first-names/load.ts";

test("firstNames() gives 4951 and 3898 names in order, and the same frozen lists every time", async () => {
  const names = await firstNames();
  assert.deepEqual([names.female.length, names.male.length], [4951, 3898]);
  assert.deepEqual([names.female[0], names.female.at(-1)], ["Aaren", "Zuzana"]);
  assert.deepEqual([names.male[0], names.male.at(-1)], ["Aaron", "Zolly"]);
  assert.equal(await firstNames(), names);
  assert.ok(Object.isFrozen(names) && Object.isFrozen(names.female) && Object.isFrozen(names.male));
});

test("firstNames() keeps what is dirty: names that stand twice, hyphens, capitals in the wrong place", async () => {
  const { female, male } = await firstNames();
  assert.deepEqual([new Set(female).size, new Set(male).size], [4944, 3897]);
  const odd = (names: readonly string[]): string[] => names.filter((name) => !/^[A-Z][a-z]+$/.test(name));
  assert.equal(odd(female).length, 20);
  assert.deepEqual(odd(male), ["ErvIn"]);
});
