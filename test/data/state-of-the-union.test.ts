import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stateOfTheUnion } from "../../data/state-of-the-union/load.ts";
import { tokenize, vocabulary } from "../../lib/index.ts";
import { countBy } from "./countBy.ts";

const readme = readFileSync(new URL("../../data/state-of-the-union/README.md", import.meta.url), "utf8");
const spaced = (count: number): string => count.toLocaleString("en").replaceAll(",", " ");

test("stateOfTheUnion() gives twelve windows of twenty years with 233 addresses, from Washington to Biden", async () => {
  const windows = await stateOfTheUnion();
  const starts = windows.map(({ from }) => from);
  assert.deepEqual(
    starts,
    Array.from({ length: 12 }, (_, i) => 1790 + 20 * i),
  );
  assert.deepEqual(
    windows.map(({ to }) => to),
    [...starts.slice(1).map((year) => year - 1), 2021],
  );
  const addresses = windows.flatMap((window) => window.addresses);
  assert.equal(addresses.length, 233);
  const [first, last] = [addresses[0]!, addresses.at(-1)!];
  assert.deepEqual([first.year, first.president, first.party], [1790, "George Washington", "none"]);
  assert.ok(
    first.text.startsWith("Fellow-Citizens of the Senate and House of Representatives: In meeting you"),
  );
  assert.deepEqual([last.year, last.president, last.party], [2021, "Joseph R Biden", "Democratic"]);
  for (const { from, to, addresses: own } of windows) {
    assert.ok(own.every(({ year }) => year >= from && year <= to));
  }
});

test("stateOfTheUnion() has one address a year, none for 1933, two for 1953 and 1961", async () => {
  const years = countBy(
    (await stateOfTheUnion()).flatMap(({ addresses }) => addresses),
    "year",
  );
  for (let year = 1790; year <= 2021; year += 1) {
    const expected = year === 1933 ? undefined : year === 1953 || year === 1961 ? 2 : 1;
    assert.equal(years[year], expected, `${year}`);
  }
});

test("stateOfTheUnion() holds the tokens and types that the README states", async () => {
  const types = new Set<string>();
  let tokens = 0;
  for (const { from, to, addresses, text } of await stateOfTheUnion()) {
    const words = tokenize(text);
    tokens += words.length;
    for (const word of words) types.add(word);
    const row = readme.split("\n").find((line) => line.includes(`| ${from}–${to} |`)) ?? "";
    const stated = row.split("|").map((cell) => cell.trim());
    const counted = [addresses.length, spaced(words.length), spaced(vocabulary(words).size)].map(String);
    assert.deepEqual(stated.slice(3, 6), counted);
  }
  assert.deepEqual([tokens, types.size], [1_788_991, 24_095]);
});

test("stateOfTheUnion() loads whole windows of a range, the same frozen ones every time", async () => {
  const windows = await stateOfTheUnion({ from: 1849, to: 1850 });
  assert.deepEqual(
    windows.map(({ from }) => from),
    [1830, 1850],
  );
  const [again] = await stateOfTheUnion({ from: 1840, to: 1840 });
  assert.equal(again, windows[0]);
  assert.ok(
    Object.isFrozen(again) && Object.isFrozen(again?.addresses) && Object.isFrozen(again?.addresses[0]),
  );
});

test("stateOfTheUnion() refuses a range that is none", async () => {
  for (const [range, message] of [
    [{ from: 1789 }, /from must be a year from 1790 to 2021, got 1789/],
    [{ to: 2022 }, /to must be a year from 1790 to 2021, got 2022/],
    [{ from: Number.NaN }, /from must be a year from 1790 to 2021, got NaN/],
    [{ from: 1900, to: 1850 }, /from must not be after to, got 1900 > 1850/],
  ] as const) {
    await assert.rejects(stateOfTheUnion(range), { name: "RangeError", message });
  }
});
