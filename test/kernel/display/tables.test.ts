import assert from "node:assert/strict";
import { test } from "node:test";
import { toMimeBundle } from "../../../kernel/display/toMimeBundle.ts";

const htmlOf = async (value: unknown): Promise<string> => String((await toMimeBundle(value))?.["text/html"]);
const textOf = async (value: unknown): Promise<string> => String((await toMimeBundle(value))?.["text/plain"]);

test("toMimeBundle() gives records a table with scopes, numbers rounded and texts escaped", async () => {
  const html = await htmlOf([
    { word: "<b>", seen: 214889, share: 0.0057212345, size: 21488.53 },
    { word: 'a"b&c', seen: -0, share: 1e-7, size: Number.NaN },
  ]);
  assert.match(html, /<th scope="col"[^>]*>word<\/th>/);
  assert.match(html, /<th scope="row"[^>]*>&lt;b&gt;<\/th>/);
  assert.match(html, />a&quot;b&amp;c</);
  const numbers = [...html.matchAll(/<td class="number"[^>]*>([^<]*)</g)].map(([, text]) => text);
  assert.deepEqual(numbers, ["214\u00a0889", "0.005721", "21\u00a0489", "−0", "10⁻⁷", "NaN"]);
});

test("toMimeBundle() heads no column with nothing", async () => {
  const html = await htmlOf([{ x: 1.5 }, { x: 0.5 }]);
  assert.match(html, /<thead><tr><td[^>]*><\/td><th scope="col"/);
  assert.doesNotMatch(html, /<th[^>]*><\/th>/);
});

test("toMimeBundle() says how much of a table is not shown", async () => {
  const row = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`c${i}`, i]));
  const wide = await htmlOf([row]);
  assert.match(wide, /<p>1 row × 25 columns<\/p>$/);
  assert.equal(wide.match(/scope="col"/g)?.length, 21, "20 and the one that names the rows");
  const high = await htmlOf(Array.from({ length: 100_000 }, (_, i) => ({ x: i / 2 })));
  assert.match(high, /<p>100\u00a0000 rows × 1 column<\/p>$/);
  assert.equal(high.match(/<tr>/g)?.length, 27, "a head, 20 rows, a gap, 5 rows");
});

test("toMimeBundle() cuts a high table after its 20th row, in text and in HTML alike", async () => {
  const rows = (height: number): object[] => Array.from({ length: height }, (_, i) => ({ x: i / 2 }));
  const text = (await textOf(rows(31))).split("\n");
  const html = [...(await htmlOf(rows(31))).matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map(
    ([, label]) => label,
  );
  const labels = [...Array.from({ length: 20 }, (_, i) => `${i}`), "…", "26", "27", "28", "29", "30"];
  assert.deepEqual(html, labels);
  assert.deepEqual(
    text.slice(1, -1).map((line) => line.trim().split(/ +/)[0]),
    labels,
  );
  assert.match(text[21] ?? "", /^ *… +…$/);
  assert.equal(text.at(-1), "31 rows × 1 column");
  assert.equal((await textOf(rows(30))).split("\n").length, 31, "30 rows are shown whole");
});

test("toMimeBundle() shows 20 columns whole, and says how many more there are", async () => {
  const row = (width: number): object =>
    Object.fromEntries(Array.from({ length: width }, (_, i) => [`c${i}`, i + 0.5]));
  assert.match(await textOf([row(20)]), /^ *c0 .* c19\n0 .* 19\.5$/);
  assert.match(await textOf([row(21)]), /^ *c0 .* c19\n0 .* 19\.5\n1 row × 21 columns$/);
});

test("toMimeBundle() aligns numbers right and texts left, and leaves no blanks at a line's end", async () => {
  const records = [
    { name: "a", n: 5, word: "x" },
    { name: "long", n: 1.25, word: undefined },
    { name: "c", n: 10n, word: "yy" },
  ];
  assert.equal(
    await textOf(records),
    ["name     n  word", "a        5  x", "long  1.25", "c      10n  yy"].join("\n"),
  );
});

test("toMimeBundle() names rows by a first column of texts or rising whole numbers, else by their place", async () => {
  const corner = async (values: unknown[]): Promise<string> =>
    (await textOf(values.map((name) => ({ name, x: 1 })))).split("\n")[0]!;
  assert.match(await corner(["a", "b"]), /^name/);
  assert.match(await corner([1990, 1995]), /^name/);
  for (const values of [
    ["a", "a"],
    [2, 1],
    [1.5, 2.5],
    [1, 1],
    ["a", 1],
  ])
    assert.match(await corner(values), /^ +name/, String(values));
});

test("toMimeBundle() gives a map a table, of its records' columns or of values", async () => {
  const records = new Map([
    ["a", { n: 1 }],
    ["b", { n: 2 }],
  ]);
  assert.match(await htmlOf(records), /key<\/th>.*n<\/th>/);
  assert.match(await htmlOf(new Map([["a", [1]]])), /value<\/th>[\s\S]*\[ 1 \]/);
  assert.match(await textOf(records), /^Map\(2\)/);
  assert.deepEqual(await toMimeBundle(new Map()), { "text/plain": "Map(0) {}" });
});

test("toMimeBundle() leaves alone what shows itself in an array, and what cannot be read", async () => {
  const own = { a: 1, [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "own" }) };
  assert.equal((await toMimeBundle([own]))?.["text/html"], undefined);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.deepEqual(await toMimeBundle([proxy]), { "text/plain": "[ <Revoked Proxy> ]" });
});

/** As danfojs 1.2 has it: names on the prototype, values by row; a series has its values flat. */
class Frame {
  readonly rows: readonly unknown[];
  readonly names: readonly string[];
  readonly labels: readonly unknown[];
  constructor(rows: readonly unknown[], names: readonly string[], labels: readonly unknown[]) {
    this.rows = rows;
    this.names = names;
    this.labels = labels;
  }
  get shape(): number[] {
    return [this.rows.length, this.names.length];
  }
  get columns(): readonly string[] {
    return this.names;
  }
  get index(): readonly unknown[] {
    return this.labels;
  }
  get dtypes(): string[] {
    return this.names.map(() => "float32");
  }
  get values(): readonly unknown[] {
    return this.rows;
  }
}

test("toMimeBundle() shows frames and series of danfojs with their index", async () => {
  const frame = new Frame(
    [
      [1, "x"],
      [2.55555, null],
    ],
    ["a", "b"],
    ["first", "second"],
  );
  assert.equal(await textOf(frame), "              a  b\nfirst         1  x\nsecond  2.55555  null");
  assert.match(await htmlOf(frame), /<th scope="row"[^>]*>second<\/th><td[^>]*>2\.556</);
  assert.equal(await textOf(new Frame([1, 2], ["a"], [0, 1])), "   a\n0  1\n1  2");
  assert.match(await textOf(new Frame([], ["a"], [])), /an empty data frame \(columns: a\)/);
});
