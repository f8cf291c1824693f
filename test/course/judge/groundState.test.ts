import assert from "node:assert/strict";
import { test } from "node:test";
import { groundState } from "../../../course/judge/host/groundState.ts";
import { seeded } from "../../../lib/random/seeded.ts";

const made = () => {
  const list = [1, 2, 3];
  const deep = { list, again: list, self: undefined as unknown };
  deep.self = deep;
  const counter = Object.assign(() => 1, { calls: 0 });
  return {
    ...{ deep, counter, flag: true, zero: 0, word: "a", bytes: new Float64Array(3), day: Symbol.iterator },
    many: Array.from({ length: 1000 }, (_, k) => k),
    words: Array.from({ length: 1000 }, (_, k) => `word ${k}`),
    map: new Map<unknown, unknown>([["a", { b: 1 }]]),
    set: new Set([1]),
    stream: seeded(7).split("x"),
    large: new Map(Array.from({ length: 300_000 }, (_, k) => [k, k])),
  };
};
type Made = ReturnType<typeof made>;
const of = (values: Made): string => groundState(Object.values(values));

test("what is made in the same way is in the same state, and looking does not change it", () => {
  const values = made();
  assert.equal(of(values), of(made()));
  assert.equal(of(values), of(values));
});

const changes: Readonly<Record<string, (values: Made) => void>> = {
  "a longer list": ({ deep }) => void deep.list.push(4),
  "a number of a list": ({ many }) => many.splice(500, 1, -1),
  "a word of a list": ({ words }) => words.splice(500, 1, "other"),
  "where a word ends": ({ words }) => words.splice(500, 2, "word 500word", " 501"),
  "a hole": ({ deep }) => delete deep.list[1],
  "a name more": ({ deep }) => Object.assign(deep, { more: undefined }),
  "another list in its place": ({ deep }) => Object.assign(deep, { again: [1, 2, 3] }),
  "a number of bytes": ({ bytes }) => bytes.fill(1, 2),
  "a map's value": ({ map }) => Object.assign(map.get("a") as object, { b: 2 }),
  "a map's order": ({ map }) => map.set("z", 1).delete("a"),
  "a set": ({ set }) => set.add(2),
  "a stream that was drawn from": ({ stream }) => stream.next(),
  "what a function carries": ({ counter }) => Object.assign(counter, { calls: 1 }),
  "a word": (values) => Object.assign(values, { word: "b" }),
  "nought below nought": (values) => Object.assign(values, { zero: -0 }),
  "a number that is a text": (values) => Object.assign(values, { zero: "0" }),
};
for (const [title, change] of Object.entries(changes))
  test(`${title} is seen`, () => {
    const values = made();
    const before = of(values);
    change(values);
    assert.notEqual(of(values), before);
  });

test("a getter is not asked", () => {
  const strict = {
    get value(): number {
      throw new Error("asked");
    },
  };
  assert.equal(groundState([strict]), groundState([strict]));
});
