import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { domainsIn } from "../../../lib/figures/parts/domains.ts";
import {
  bars,
  curves,
  type Figure,
  figure,
  lifelines,
  type Steering,
  seeded,
  steered,
} from "../../../lib/index.ts";

const label = "samples M";
const falling = (size: number): Figure =>
  curves({ series: [{ label: "error", x: [0, 1, 2], y: [size, size / 2, 1] }], x: "generation", y: "error" });
const sizes = [10, 30, 100];
const one = steered({
  sliders: { size: { label, values: sizes, start: 30 } },
  figure: ({ size }) => falling(size),
});

/** The compiled chart, with its signals set. */
async function view(spec: Figure, signals: Record<string, unknown>): Promise<View> {
  const { spec: vega } = compile(spec as unknown as TopLevelSpec);
  const chart = new View(parse(vega), { renderer: "none" });
  for (const [name, value] of Object.entries(signals)) chart.signal(name, value);
  return chart.runAsync();
}

test("steered() keeps a sentence for every setting, and starts where it is told", () => {
  const { sliders, descriptions } = (one.usermeta as { steered: Steering }).steered;
  assert.deepEqual(sliders, [{ name: "size", label, values: sizes, start: 30 }]);
  assert.deepEqual(
    descriptions,
    sizes.map((size) => falling(size).description),
  );
  assert.equal(one.description, `Samples M: 30. ${descriptions[1]}`);
});

test("a setting is drawn from its own rows, and the axes hold all of them at every setting", async () => {
  for (const size of sizes) {
    const chart = await view(one, { size });
    const svg = await chart.toSVG();
    assert.deepEqual(chart.scale("y").domain(), [0, 100]);
    assert.deepEqual(chart.scale("x").domain(), [0, 2]);
    const highest = chart.scale("y")(size) as number;
    assert.ok(svg.includes(`d="M0,${highest}L`), `the line at ${size} begins at ${highest}`);
  }
});

test("a figure knows which settings there are, so that it may look one up", () => {
  const errors = { replace: 3, keep: 1 };
  const { usermeta } = steered({
    sliders: { rule: { label: "what is kept", values: ["replace", "keep"] } },
    figure: ({ rule }) => falling(errors[rule]), // compiles only if rule is one of the two names
  });
  const { descriptions } = (usermeta as { steered: Steering }).steered;
  assert.deepEqual(
    descriptions,
    [3, 1].map((error) => falling(error).description),
  );
});

test("two sliders make a grid, the second running fastest; even steps are a range, others a list", async () => {
  const grid = steered({
    sliders: {
      k: { label: "cut k", values: [1, 10, 100] },
      share: { label: "human share π", values: [0, 0.1, 0.2, 0.3], start: 0.2 },
    },
    figure: ({ k, share }) => bars({ bars: [{ label: "left", value: k * share }], x: "share" }),
  });
  const { descriptions } = (grid.usermeta as { steered: Steering }).steered;
  assert.equal(descriptions.length, 12);
  assert.match(descriptions[5]!, /Share: 1 for “left”/);
  const [list, range] = grid.params as { bind: object; value: number }[];
  assert.deepEqual(list, {
    name: "k",
    value: 1,
    bind: { input: "select", options: [1, 10, 100], name: "cut k " },
  });
  assert.deepEqual(range, {
    name: "share",
    value: 0.2,
    bind: { input: "range", min: 0, max: 0.3, step: 0.1, name: "human share π " },
  });
  // A range in a page steps through 0.1 + 0.1 + 0.1, which is not 0.3.
  const chart = await view(grid, { k: 10, share: 0.1 + 0.2 });
  assert.match(await chart.toSVG(), />3</);
});

test("the sentence at the start is that of the setting where both sliders start, and no other", () => {
  const starts = [1, 10, 100].flatMap((k) => ["sea", "whale"].map((word) => ({ k, word })));
  for (const [i, { k, word }] of starts.entries()) {
    const grid = steered({
      sliders: {
        k: { label: "cut k", values: [1, 10, 100], start: k },
        word: { label: "word", values: ["sea", "whale"], start: word },
      },
      figure: (at) => bars({ bars: [{ label: at.word, value: at.k }], x: "share" }),
    });
    const { descriptions } = (grid.usermeta as { steered: Steering }).steered;
    assert.equal(new Set(descriptions).size, starts.length);
    assert.equal(grid.description, `Cut k: ${k}, word: ${word}. ${descriptions[i]}`);
  }
});

test("texts may be steered, names on an axis stay, and a domain may be given", async () => {
  const words = steered({
    sliders: { word: { label: "word", values: ["sea", "whale"] } },
    figure: ({ word }) => bars({ bars: [{ label: word, value: word.length }], x: "letters" }),
    domains: { x: [0, 9] },
  });
  const chart = await view(words, {});
  assert.deepEqual(chart.scale("y").domain(), ["sea", "whale"]);
  assert.deepEqual(chart.scale("x").domain(), [0, 9]);
});

test("steered() does not change the figures it is given", () => {
  const given = [1, 2].map((at) => figure("It is.", 100, { data: { values: [{ at }] }, mark: "point" }));
  const before = structuredClone(given);
  const rows = (one.layer as { data?: unknown }[]).length;
  steered({ sliders: { n: { label: "n", values: [1, 2] } }, figure: ({ n }) => given[n - 1]! });
  assert.deepEqual(given, before);
  assert.ok(rows > 0);
});

test("steered() names what it refuses", () => {
  const with_ =
    (slider: object, draw: (size: never) => Figure = falling): (() => Figure) =>
    () =>
      steered({
        sliders: { size: { label, values: sizes, ...slider } },
        figure: ({ size }) => draw(size as never),
      });
  assert.throws(with_({ values: [1] }), /sliders\.size\.values must hold 2 to 30 values, got 1/);
  assert.throws(with_({ values: [1, 1] }), /sliders\.size\.values\[1\] must be .* each once, got 1/);
  assert.throws(with_({ values: [1, Number.NaN] }), /must be a finite number or a text, each once, got NaN/);
  assert.throws(with_({ start: 7 }), /sliders\.size\.start must be one of its values, got 7/);
  assert.throws(with_({ label: "" }), /sliders\.size\.label must say what it sets, got nothing/);
  assert.throws(() => steered({ sliders: {}, figure: () => falling(1) }), /1 or 2 sliders, got 0/);
  const slider = { label, values: sizes };
  for (const name of ["width", "2x", "x"]) {
    assert.throws(() => steered({ sliders: { [name]: slider }, figure: () => falling(1) }), TypeError);
  }
  const many = { label, values: Array.from({ length: 8 }, (_, i) => i) };
  assert.throws(
    () => steered({ sliders: { a: many, b: many }, figure: () => falling(1) }),
    /sliders must make at most 60 settings, got 64/,
  );
  const lives = (seen: number) => lifelines({ lives: [{ word: "sea", seen, last: 1 }], generations: 2 });
  assert.throws(
    with_({}, lives),
    /may differ only in data and description, but encoding\.y\.sort\[0\] must be the same, got "sea {2}10" at size 10 and "sea {2}30" at size 30/,
  );
  assert.throws(
    with_({}, (size) => ({ ...falling(1), description: size === 30 ? "" : "It falls." })),
    /the figure at size 30 must have a description, got none/,
  );
  const counted = (at: number) =>
    figure("Counts.", 100, {
      data: { values: [{ at }] },
      mark: "bar",
      encoding: { y: { aggregate: "count", field: "other", type: "quantitative" } },
    });
  assert.throws(with_({}, counted), /domains\.y must be given, for the data do not show it/);
});

const place = Symbol.for("genloss.steer");
type Draw = (at: object, count: number, domains: readonly unknown[]) => Figure;

/** Makes a figure where somebody draws while a reader waits. */
function live(make: () => Figure, isEnough: boolean): { readonly made: Figure; readonly draw: Draw } {
  let draw: Draw | undefined;
  const host = globalThis as { [key: symbol]: unknown };
  host[place] = (given: Draw) => {
    draw = given;
    return isEnough;
  };
  try {
    return { made: make(), draw: draw! };
  } finally {
    delete host[place];
  }
}

test("a figure between its values says so, and what it asks for", () => {
  const stream = seeded(1);
  const told = (options: Parameters<typeof steered>[0]): Steering =>
    (steered(options).usermeta as { steered: Steering }).steered;
  const sliders = { size: { label, values: sizes } };
  assert.equal(told({ sliders, figure: ({ size }) => falling(Number(size)) }).live, undefined);
  const between = { size: { label, values: sizes, between: "whole" } } as const;
  const { live: plain, sliders: named } = told({
    sliders: between,
    figure: ({ size }) => falling(size as number),
  });
  assert.deepEqual([plain?.draws, plain?.isSmaller, named[0]?.between], [false, false, "whole"]);
  assert.deepEqual(plain?.domains, [[0, 2], [0, 100], [0, 100], ["error"]]);
  const asking = told({
    sliders,
    figure: ({ size }, { again, isLive }) => falling(Number(size) + again(stream).next() * Number(!isLive)),
  });
  assert.deepEqual([asking.live?.draws, asking.live?.isSmaller], [true, true]);
});

test("where a reader waits one setting is drawn, on the axes of all, and each new draw is another", () => {
  let calls = 0;
  const make = (): Figure =>
    steered({
      sliders: { size: { label, values: sizes, start: 30, between: "any" } },
      figure: ({ size }, { again, isLive }) => {
        calls += 1;
        return falling(size + 50 * again(seeded(1).split("own")).next() + (isLive ? 100 : 0));
      },
    });
  const whole = make();
  assert.equal(calls, 3);
  const { domains } = (whole.usermeta as { steered: Steering }).steered.live!;
  const { made, draw } = live(make, true);
  assert.equal(calls, 4, "the start alone");
  assert.match(made.description, /error falls from 1\d\d/);
  const drawn = [0, 1, 1, 2].map((count) => draw({ size: 12.5 }, count, domains));
  assert.equal(new Set(drawn.map(({ description }) => description)).size, 3);
  assert.equal(drawn[1]!.description, drawn[2]!.description);
  const [, [, end] = []] = domainsIn(drawn[0] as unknown as Record<string, unknown>);
  assert.ok(Number(end) > 112.5, "wide enough for its own data");
  assert.throws(
    () => draw({ size: 12.5 }, 0, [...domains, [0, 1]]),
    /at each setting it must have the same axes/,
  );
  const still = live(make, false);
  assert.deepEqual(still.made, whole, "whoever wants to see all gets all");
  assert.equal(still.draw({ size: 30 }, 0, []).description, made.description);
});

for (const [values, between, says] of [
  [[1, 2.5], "whole", /values must be whole numbers that rise, got 2.5 at 1/],
  [[2, 1], "any", /values must be numbers that rise, got 1 at 1/],
  [["a", "b"], "any", /values must be numbers that rise, got a at 0/],
  [[1, 2], "all", /between must be "whole" or "any", got all/],
] as const)
  test(`nothing lies between ${values.join(" and ")} for ${between}`, () =>
    assert.throws(
      () =>
        steered({
          sliders: { size: { label, values: [...values], between: between as "any" } },
          figure: () => falling(1),
        }),
      { name: "TypeError", message: says },
    ));
