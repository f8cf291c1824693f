import assert from "node:assert/strict";
import { test } from "node:test";
import { type Penguin, penguins } from "../../data/penguins/load.ts";
import { countBy } from "./countBy.ts";

const gentoo = { species: "Gentoo", island: "Biscoe" } as const;

test("penguins() gives 344 birds in order, and the same frozen rows every time", async () => {
  const birds = await penguins();
  assert.equal(birds.length, 344);
  assert.deepEqual(birds[0], {
    ...{ species: "Adelie", island: "Torgersen", billLength: 39.1, billDepth: 18.7 },
    ...{ flipperLength: 181, bodyMass: 3750, sex: "MALE" },
  } satisfies Penguin);
  assert.deepEqual(birds.at(-1), {
    ...{ ...gentoo, billLength: 49.9, billDepth: 16.1, flipperLength: 213, bodyMass: 5400, sex: "MALE" },
  } satisfies Penguin);
  assert.equal(await penguins(), birds);
  assert.ok(Object.isFrozen(birds) && Object.isFrozen(birds[0]));
});

test("penguins() counts species and islands as the source does", async () => {
  const birds = await penguins();
  assert.deepEqual(countBy(birds, "species"), { Adelie: 152, Chinstrap: 68, Gentoo: 124 });
  assert.deepEqual(countBy(birds, "island"), { Biscoe: 168, Dream: 124, Torgersen: 52 });
});

test("penguins() keeps what is dirty: ten birds without a sex, one with a full stop, two without measurements", async () => {
  const birds = await penguins();
  assert.deepEqual(countBy(birds, "sex"), { ".": 1, FEMALE: 165, MALE: 168, null: 10 });
  const where = (holds: (bird: Penguin) => boolean): number[] =>
    birds.flatMap((bird, i) => (holds(bird) ? [i + 1] : []));
  for (const key of ["billLength", "billDepth", "flipperLength", "bodyMass"] as const) {
    assert.deepEqual(
      where((bird) => bird[key] === null),
      [4, 340],
    );
  }
  assert.deepEqual(
    where(({ sex }) => sex === "."),
    [337],
  );
});
