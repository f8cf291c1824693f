// Solutions, hidden tests and wrong answers of chapter 16. Each region runs as a cell after the chapter, so the chapter's
// names (check, z, leaf, node, merkleTree, diversityKept, H, …) are at hand.

// %% solution z-test
function zTest(text: string[], isGreen: Colour, gamma: number) {
  const seen = new Set<string>();
  let green = 0;
  for (let i = 1; i < text.length; i += 1) {
    const pair = JSON.stringify([text[i - 1], text[i]]);
    if (seen.has(pair)) continue;
    seen.add(pair);
    if (isGreen(text[i - 1]!, text[i]!)) green += 1;
  }
  const scored = seen.size;
  return { scored, green, z: scored === 0 ? 0 : z(green, scored, gamma) };
}

// %% hidden z-test: texts with many repetitions
/** A text of few words, and colours that no rule of the alphabet gives. */
const babble = (seed: number, length: number): string[] => {
  const own = seeded(seed);
  return Array.from({ length }, () => "abcdefg"[Math.floor(own.next() * 7)]!);
};
const speckled: Colour = (before, word) => (before.charCodeAt(0) * 7 + word.charCodeAt(0) * 3) % 5 < 2;
/** Each different pair, with its colour, from a list of all pairs. */
const pairsOf = (text: string[]): boolean[] => {
  const all = text.slice(1).map((word, i) => [text[i]!, word] as const);
  return all.filter(([a, b], i) => all.findIndex(([c, d]) => a === c && b === d) === i).map(([a, b]) => speckled(a, b));
};
for (const seed of [1, 2, 3]) {
  const text = babble(seed, 60);
  const { scored, green } = zTest(text, speckled, 0.5);
  const colours = pairsOf(text);
  check(`text ${seed} of 60 words, seven of them different`, [scored, green], [colours.length, colours.filter(Boolean).length], {
    hint: "a pair that comes again does not count again, and neither do pairs that only look alike",
  });
}

// %% hidden z-test: order matters
check("ab and ba are two pairs", zTest(["a", "b", "a"], (before) => before === "a", 0.5), { scored: 2, green: 1, z: 0 }, {
  tolerance: 1e-12,
  hint: "the colour depends on which word comes first",
});
check("a word twice in a row is a pair", zTest(["a", "a"], () => true, 0.5), { scored: 1, green: 1, z: 1 }, {
  tolerance: 1e-12,
});

// %% hidden z-test: other shares of green
for (const gamma of [0.25, 0.1, 0.75]) {
  const text = babble(7, 40);
  const colours = pairsOf(text);
  const green = colours.filter(Boolean).length;
  const expected = (green - gamma * colours.length) / Math.sqrt(colours.length * gamma * (1 - gamma));
  check(`γ = ${gamma}`, zTest(text, speckled, gamma).z, expected, {
    tolerance: 1e-9,
    hint: "mean γT, standard deviation √(Tγ(1 − γ))",
  });
}

// %% hidden z-test: nearly no text
for (const text of [[], ["alone"]]) {
  check(`${text.length} words: no pair`, zTest(text, () => true, 0.5), { scored: 0, green: 0, z: 0 }, {
    hint: "nothing may be divided by nothing",
  });
}

// %% hidden z-test: words of any kind
check(
  "words that hold spaces",
  zTest(["a b", "c", "x", "a", "b c", "x"], () => true, 0.5).scored,
  5,
  { hint: "a pair joined by a space may look like another pair" },
);

// %% wrong z-test: each pair counts each time -> texts with many repetitions
function zTest(text: string[], isGreen: Colour, gamma: number) {
  let green = 0;
  for (let i = 1; i < text.length; i += 1) if (isGreen(text[i - 1]!, text[i]!)) green += 1;
  const scored = Math.max(0, text.length - 1);
  return { scored, green, z: scored === 0 ? 0 : z(green, scored, gamma) };
}

// %% wrong z-test: each word counts once, whatever stands before it -> texts with many repetitions
function zTest(text: string[], isGreen: Colour, gamma: number) {
  const seen = new Set<string>();
  let green = 0;
  for (let i = 1; i < text.length; i += 1) {
    if (seen.has(text[i]!)) continue;
    seen.add(text[i]!);
    if (isGreen(text[i - 1]!, text[i]!)) green += 1;
  }
  const scored = seen.size;
  return { scored, green, z: scored === 0 ? 0 : z(green, scored, gamma) };
}

// %% wrong z-test: pairs without an order -> order matters
function zTest(text: string[], isGreen: Colour, gamma: number) {
  const seen = new Set<string>();
  let green = 0;
  for (let i = 1; i < text.length; i += 1) {
    const pair = JSON.stringify([text[i - 1], text[i]].sort());
    if (seen.has(pair)) continue;
    seen.add(pair);
    if (isGreen(text[i - 1]!, text[i]!)) green += 1;
  }
  const scored = seen.size;
  return { scored, green, z: scored === 0 ? 0 : z(green, scored, gamma) };
}

// %% wrong z-test: half of all pairs are green, always -> other shares of green
function zTest(text: string[], isGreen: Colour, gamma: number) {
  const seen = new Map<string, boolean>();
  for (let i = 1; i < text.length; i += 1)
    seen.set(JSON.stringify([text[i - 1], text[i]]), isGreen(text[i - 1]!, text[i]!));
  const green = [...seen.values()].filter(Boolean).length;
  return { scored: seen.size, green, z: seen.size === 0 ? 0 : z(green, seen.size, 0.5) };
}

// %% wrong z-test: zero divided by zero -> nearly no text; visible
function zTest(text: string[], isGreen: Colour, gamma: number) {
  const seen = new Map<string, boolean>();
  for (let i = 1; i < text.length; i += 1)
    seen.set(JSON.stringify([text[i - 1], text[i]]), isGreen(text[i - 1]!, text[i]!));
  const green = [...seen.values()].filter(Boolean).length;
  return { scored: seen.size, green, z: z(green, seen.size, gamma) };
}

// %% wrong z-test: pairs joined by a space -> words of any kind
function zTest(text: string[], isGreen: Colour, gamma: number) {
  const seen = new Map<string, boolean>();
  for (let i = 1; i < text.length; i += 1)
    seen.set(`${text[i - 1]} ${text[i]}`, isGreen(text[i - 1]!, text[i]!));
  const green = [...seen.values()].filter(Boolean).length;
  return { scored: seen.size, green, z: seen.size === 0 ? 0 : z(green, seen.size, gamma) };
}

// %% solution receipt
function isIncluded(receipt: Receipt): boolean {
  const { item, index, size, proof, root } = receipt;
  if (!Number.isInteger(index) || index < 0 || index >= size || 2 ** proof.length !== size) return false;
  let hash = leafOf(item);
  let place = index;
  for (const beside of proof) {
    hash = place % 2 === 0 ? nodeOf(hash, beside) : nodeOf(beside, hash);
    place = Math.floor(place / 2);
  }
  return hash === root;
}

// %% hidden receipt: every text of a larger tree
const sixtyFour = Array.from({ length: 64 }, (_, i) => `word ${(i * i) % 61}`);
const largeTree = merkleTree(sixtyFour);
const receiptOf = (index: number): Receipt => ({
  item: sixtyFour[index]!,
  index,
  size: 64,
  proof: largeTree.proof(index),
  root: largeTree.root,
});
check(
  "all 64 texts are in the tree",
  sixtyFour.map((_, i) => isIncluded(receiptOf(i))),
  sixtyFour.map(() => true),
  { hint: "the side depends on the place at each level, and the lowest hash comes first" },
);

// %% hidden receipt: a tree of one text
{
  const single = merkleTree(["alone"]);
  check(
    "the only text, with an empty proof",
    isIncluded({ item: "alone", index: 0, size: 1, proof: [], root: single.root }),
    true,
    { hint: "without any hash beside it, the text's own hash is the root" },
  );
}

// %% hidden receipt: changed texts and proofs
for (const i of [0, 5, 31, 63]) {
  const honest = receiptOf(i);
  const forged: [string, Receipt][] = [
    ["another text", { ...honest, item: `${honest.item}!` }],
    ["the neighbour's proof", { ...honest, proof: largeTree.proof(i === 63 ? 0 : 63) }],
    ["a proof upside down", { ...honest, proof: [...honest.proof].reverse() }],
    ["another root", { ...honest, root: tree.root }],
    ["a text that is the root", { ...honest, item: largeTree.root }],
  ];
  for (const [what, receipt] of forged) {
    check(`place ${i}: ${what}`, isIncluded(receipt), false, { hint: "compute the root from the text, and compare" });
  }
}

// %% hidden receipt: another place
for (const [index, other] of [
  [4, 5],
  [4, 6],
  [40, 8],
] as const) {
  check(`the text of place ${index} is not at place ${other}`, isIncluded({ ...receiptOf(index), index: other }), false, {
    hint: "the place says on which side each hash goes",
  });
}

// %% hidden receipt: places that do not exist
for (const index of [64 + 5, 128 + 5, -59, 5.5]) {
  check(`there is no place ${index}`, isIncluded({ ...receiptOf(5), index }), false, {
    hint: "places run from 0 to size − 1",
  });
}

// %% hidden receipt: a proof of the wrong length
{
  const [first, ...rest] = largeTree.proof(0);
  const inner = merkleTree(sixtyFour.slice(0, 32));
  check("a proof for half of the collection, against the root of that half", isIncluded({
    ...receiptOf(0), proof: [first!, ...rest.slice(0, 4)], root: inner.root,
  }), false, { hint: "64 texts need six hashes" });
}

// %% wrong receipt: the text is always on the left -> every text of a larger tree
function isIncluded({ item, proof, root }: Receipt): boolean {
  return proof.reduce((hash, beside) => nodeOf(hash, beside), leafOf(item)) === root;
}

// %% wrong receipt: the place is not halved -> every text of a larger tree
function isIncluded({ item, index, proof, root }: Receipt): boolean {
  return proof.reduce((hash, beside) => (index % 2 ? nodeOf(beside, hash) : nodeOf(hash, beside)), leafOf(item)) === root;
}

// %% wrong receipt: whichever side fits -> another place
function isIncluded({ item, index, size, proof, root }: Receipt): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size || 2 ** proof.length !== size) return false;
  let hashes = [leafOf(item)];
  for (const beside of proof) hashes = hashes.flatMap((hash) => [nodeOf(hash, beside), nodeOf(beside, hash)]);
  return hashes.includes(root);
}

// %% wrong receipt: any place that ends in the same digits -> places that do not exist; visible
function isIncluded({ item, index, size, proof, root }: Receipt): boolean {
  if (2 ** proof.length !== size) return false;
  let hash = leafOf(item);
  for (const [level, beside] of proof.entries()) {
    hash = (index >> level) & 1 ? nodeOf(beside, hash) : nodeOf(hash, beside);
  }
  return hash === root;
}

// %% wrong receipt: any length will do -> a proof of the wrong length; visible
function isIncluded({ item, index, size, proof, root }: Receipt): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let hash = leafOf(item);
  for (const [level, beside] of proof.entries()) {
    hash = (index >> level) & 1 ? nodeOf(beside, hash) : nodeOf(hash, beside);
  }
  return hash === root;
}

// %% wrong receipt: the text is not looked at -> changed texts and proofs
function isIncluded({ index, size, proof }: Receipt): boolean {
  return Number.isInteger(index) && index >= 0 && index < size && 2 ** proof.length === size;
}

// %% solution short-sheet
function faultsOf(sheet: unknown): string[] {
  const form = (typeof sheet === "object" && sheet !== null ? sheet : {}) as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  const rules: [string, (value: unknown) => boolean][] = [
    ["purpose", isText],
    ["removed", isText],
    ["contact", isText],
    ["count", (value) => Number.isInteger(value) && (value as number) >= 0],
    ["syntheticShare", (value) => value === "unknown" || (typeof value === "number" && value >= 0 && value <= 1)],
  ];
  return rules.filter(([name, isFine]) => !isFine(form[name])).map(([name]) => name);
}

// %% hidden short-sheet: zero and one are answers
for (const change of [{ count: 0 }, { syntheticShare: 0 }, { syntheticShare: 1 }, { removed: "unknown", contact: "none" }]) {
  check(`${JSON.stringify(change)} is fine`, faultsOf({ ...goodSheet, ...change }), [], {
    hint: "0 is a number like others, and “unknown” a text like others",
  });
}

// %% hidden short-sheet: unknown is an answer
check("an unknown share may be said to be so", faultsOf({ ...goodSheet, syntheticShare: "unknown" }), []);
check("but other words are no share", faultsOf({ ...goodSheet, syntheticShare: "little" }), ["syntheticShare"]);
check("nor is a number in quotes", faultsOf({ ...goodSheet, syntheticShare: "0.25" }), ["syntheticShare"], {
  hint: "a text is not a number, even if it looks like one",
});

// %% hidden short-sheet: blanks
check("white space is no text", faultsOf({ ...goodSheet, purpose: "  \n", removed: "" }), ["purpose", "removed"], {
  hint: "trim() takes the white space off both ends",
});
check("nor are numbers, lists or nothing", faultsOf({ ...goodSheet, purpose: 3, removed: ["none"], contact: null }), [
  "purpose",
  "removed",
  "contact",
]);

// %% hidden short-sheet: counts
for (const count of [-1, 2.5, NaN, Infinity, "50", [50], null]) {
  check(`${String(count)} (${typeof count}) is no count`, faultsOf({ ...goodSheet, count }), ["count"], {
    hint: "Number.isInteger says no to all that is not a whole number",
  });
}

// %% hidden short-sheet: shares
for (const syntheticShare of [-0.01, 1.01, NaN, null, [0.5], true]) {
  check(`${String(syntheticShare)} is no share`, faultsOf({ ...goodSheet, syntheticShare }), ["syntheticShare"], {
    hint: "NaN is neither below 0 nor above 1, so ask what a share is, not what it is not",
  });
}

// %% hidden short-sheet: no form at all
for (const nothing of [null, undefined, 7, "a form", []]) {
  check(`${JSON.stringify(nothing)} lacks all five`, faultsOf(nothing), ["purpose", "removed", "contact", "count", "syntheticShare"], {
    hint: "null and undefined have no fields that one could ask for",
  });
}

// %% hidden short-sheet: further fields, and the order
check("further fields are let pass", faultsOf({ colour: "red", ...goodSheet }), []);
check("names come in the order of the list", faultsOf({ syntheticShare: 2, count: -1, purpose: "" }), [
  "purpose",
  "removed",
  "contact",
  "count",
  "syntheticShare",
]);

// %% wrong short-sheet: a zero counts as missing -> zero and one are answers
function faultsOf(sheet: unknown): string[] {
  const form = (sheet ?? {}) as Record<string, unknown>;
  return ["purpose", "removed", "contact", "count", "syntheticShare"].filter(
    (name) => !form[name] || (name === "syntheticShare" && (form[name] as number) > 1),
  );
}

// %% wrong short-sheet: a share has to be a number -> unknown is an answer
function faultsOf(sheet: unknown): string[] {
  const form = (typeof sheet === "object" && sheet !== null ? sheet : {}) as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  const { count, syntheticShare: share } = form;
  return [
    ...["purpose", "removed", "contact"].filter((name) => !isText(form[name])),
    ...(Number.isInteger(count) && (count as number) >= 0 ? [] : ["count"]),
    ...(typeof share === "number" && share >= 0 && share <= 1 ? [] : ["syntheticShare"]),
  ];
}

// %% wrong short-sheet: texts of white space pass -> blanks
function faultsOf(sheet: unknown): string[] {
  const form = (typeof sheet === "object" && sheet !== null ? sheet : {}) as Record<string, unknown>;
  const { count, syntheticShare: share } = form;
  return [
    ...["purpose", "removed", "contact"].filter((name) => typeof form[name] !== "string" || form[name] === ""),
    ...(Number.isInteger(count) && (count as number) >= 0 ? [] : ["count"]),
    ...(share === "unknown" || (typeof share === "number" && share >= 0 && share <= 1) ? [] : ["syntheticShare"]),
  ];
}

// %% wrong short-sheet: wrong if below 0 or above 1 -> shares
function faultsOf(sheet: unknown): string[] {
  const form = (typeof sheet === "object" && sheet !== null ? sheet : {}) as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  const { count, syntheticShare: share } = form;
  const noShare = share === undefined || (typeof share === "string" && share !== "unknown");
  return [
    ...["purpose", "removed", "contact"].filter((name) => !isText(form[name])),
    ...(Number.isInteger(count) && (count as number) >= 0 ? [] : ["count"]),
    ...(noShare || (share as number) < 0 || (share as number) > 1 ? ["syntheticShare"] : []),
  ];
}

// %% wrong short-sheet: any number is a count -> counts
function faultsOf(sheet: unknown): string[] {
  const form = (typeof sheet === "object" && sheet !== null ? sheet : {}) as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  const { count, syntheticShare: share } = form;
  return [
    ...["purpose", "removed", "contact"].filter((name) => !isText(form[name])),
    ...(typeof count === "number" && count >= 0 ? [] : ["count"]),
    ...(share === "unknown" || (typeof share === "number" && share >= 0 && share <= 1) ? [] : ["syntheticShare"]),
  ];
}

// %% wrong short-sheet: nothing lacks nothing -> no form at all; visible
function faultsOf(sheet: unknown): string[] {
  if (typeof sheet !== "object" || sheet === null) return [];
  const form = sheet as Record<string, unknown>;
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  const { count, syntheticShare: share } = form;
  return [
    ...["purpose", "removed", "contact"].filter((name) => !isText(form[name])),
    ...(Number.isInteger(count) && (count as number) >= 0 ? [] : ["count"]),
    ...(share === "unknown" || (typeof share === "number" && share >= 0 && share <= 1) ? [] : ["syntheticShare"]),
  ];
}

// %% solution break-even
// What the filtered loop keeps falls as f grows, and is nothing at f = 1: halve the interval.
function breakEven(feed: Filtered): number {
  const { size, pollution, truePositiveRate, rareShare } = feed;
  const kept = (f: number, caught: number): number => {
    const machine = pollution * (1 - caught);
    const rare = (1 - pollution) * rareShare * (1 - f);
    const common = (1 - pollution) * (1 - rareShare);
    const freshShare = (rare + common) / (machine + rare + common);
    return diversityKept({ size, freshShare }) * H(rare / (rare + common));
  };
  const wanted = kept(0, 0);
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (kept(middle, truePositiveRate) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

// %% hidden break-even: variety is equal there
/** Variety kept by the loop that is filtered, over that of the loop that is not. */
const gainAt = (feed: Filtered, f: number): number => {
  const { size, pollution, truePositiveRate, rareShare } = feed;
  const m = 1 - residualPollution({ pollution, truePositiveRate, falsePositiveRate: rareShare * f });
  const share = (rareShare * (1 - f)) / (1 - rareShare * f);
  const none = diversityKept({ size, freshShare: 1 - pollution }) * H(rareShare);
  return (diversityKept({ size, freshShare: m }) * H(share)) / none;
};
const feeds: Filtered[] = [
  example,
  { size: 50, pollution: 0.99, truePositiveRate: 0.84, rareShare: 0.2 },
  { size: 1000, pollution: 0.999, truePositiveRate: 0.5, rareShare: 0.05 },
  { size: 10, pollution: 0.5, truePositiveRate: 0.99, rareShare: 0.4 },
];
for (const feed of feeds) {
  check(`N = ${feed.size}, π = ${feed.pollution}, TPR = ${feed.truePositiveRate}: as much as without`, gainAt(feed, breakEven(feed)), 1, {
    tolerance: 1e-5,
    hint: "the filter changes both m and the share of rare voices",
  });
}

// %% hidden break-even: the rate itself
for (const [feed, expected] of [
  [{ size: 50, pollution: 0.9, truePositiveRate: 0.84, rareShare: 0.2 }, 0.108393],
  [{ size: 50, pollution: 0.99, truePositiveRate: 0.84, rareShare: 0.2 }, 0.527497],
] as const) {
  check(`π = ${feed.pollution}`, breakEven(feed), expected, { tolerance: 2e-5, hint: "halve the interval a few more times" });
}

// %% hidden break-even: a perfect detector
{
  const feed = { size: 50, pollution: 0.9, truePositiveRate: 1, rareShare: 0.2 };
  check("it, too, breaks even somewhere", gainAt(feed, breakEven(feed)), 1, {
    tolerance: 1e-5,
    hint: "with no machine text left, all of the loss is the rare voices'",
  });
}

// %% hidden break-even: a filter that catches nothing
check("no gain, so no room for mistakes", breakEven({ ...example, truePositiveRate: 0 }), 0, {
  tolerance: 1e-6,
  hint: "at f = 0 it is no filter at all",
});

// %% hidden break-even: fine enough
{
  const feed = { size: 500, pollution: 0.9, truePositiveRate: 0.3, rareShare: 0.3 };
  check("a small gain has a small f, to six digits", (gainAt(feed, breakEven(feed)) - 1) * 100, 0, {
    tolerance: 1e-3,
    hint: "a grid of hundredths is too coarse",
  });
}

// %% wrong break-even: where the human share no longer grows -> variety is equal there
function breakEven({ truePositiveRate, rareShare }: Filtered): number {
  return Math.min(1, truePositiveRate / rareShare);
}

// %% wrong break-even: f counted among all humans -> variety is equal there
function breakEven(feed: Filtered): number {
  const { size, pollution, truePositiveRate, rareShare } = feed;
  const wanted = diversityKept({ size, freshShare: 1 - pollution }) * H(rareShare);
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const f = (low + high) / 2;
    const m = 1 - residualPollution({ pollution, truePositiveRate, falsePositiveRate: f });
    if (diversityKept({ size, freshShare: m }) * H(rareShare * (1 - f)) > wanted) low = f;
    else high = f;
  }
  return low;
}

// %% wrong break-even: where fewer rare texts come in -> variety is equal there
function breakEven({ pollution, truePositiveRate, rareShare }: Filtered): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const f = (low + high) / 2;
    const rest = pollution * (1 - truePositiveRate) + (1 - pollution) * (1 - rareShare * f);
    if ((1 - f) / rest > 1) low = f;
    else high = f;
  }
  return low;
}

// %% wrong break-even: a grid of hundredths -> the rate itself
function breakEven({ size, pollution, truePositiveRate, rareShare }: Filtered): number {
  const kept = (f: number, caught: number): number => {
    const m = 1 - residualPollution({ pollution, truePositiveRate: caught, falsePositiveRate: rareShare * f });
    return diversityKept({ size, freshShare: m }) * H((rareShare * (1 - f)) / (1 - rareShare * f));
  };
  let f = 0;
  while (f < 1 && kept(f + 0.01, truePositiveRate) > kept(0, 0)) f += 0.01;
  return f;
}

// %% wrong break-even: always the chapter's -> a perfect detector
function breakEven(): number {
  return 0.108393;
}

// %% wrong break-even: a filter that cannot be free -> a filter that catches nothing; visible
function breakEven({ size, pollution, truePositiveRate, rareShare }: Filtered): number {
  const kept = (f: number, caught: number): number => {
    const m = 1 - residualPollution({ pollution, truePositiveRate: caught, falsePositiveRate: rareShare * f });
    return diversityKept({ size, freshShare: m }) * H((rareShare * (1 - f)) / (1 - rareShare * f));
  };
  let [low, high] = [0.01, 1];
  for (let i = 0; i < 60; i += 1) {
    const f = (low + high) / 2;
    if (kept(f, truePositiveRate) > kept(0, 0)) low = f;
    else high = f;
  }
  return low;
}
