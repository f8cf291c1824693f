// Solutions, hidden tests and wrong answers of chapter 17. Each region runs as a cell after the chapter, so the chapter's
// names (check, value, islands, score, plan, isAllowed, nothing, communities, short, …) are at hand.

// %% solution who-pays
// A lab wants to go on to a total of ½(√(2V/c) − 1). Whoever wants the most buys first, as far as it can; the next one
// fills up to its own wish, if that is more than what is there.
function whoPays(labs: Lab[]): number[] {
  const wish = labs.map(({ value, price }) => (Math.sqrt((2 * value) / price) - 1) / 2);
  const items = labs.map(() => 0);
  let total = 0;
  for (const i of labs.map((_, i) => i).sort((i, j) => wish[j]! - wish[i]!)) {
    items[i] = Math.min(labs[i]!.limit, Math.max(0, wish[i]! - total));
    total += items[i]!;
  }
  return items;
}

// %% hidden who-pays: one lab pays for all
/** By how much the lab that is worst advised could gain, if it alone changed what it buys. */
const regretOf = (given: Lab[]): number => {
  const items = whoPays(given.map((lab) => ({ ...lab })));
  if (items.length !== given.length) return Number.NaN;
  const total = items.reduce((sum, x) => sum + x, 0);
  const regrets = given.map((lab, i) => {
    const [mine, others] = [items[i]!, total - items[i]!];
    if (!(mine >= 0 && mine <= lab.limit + 1e-9)) return Number.NaN;
    const gains = (x: number) => lab.value * value(others + x) - lab.price * x;
    const wish = (Math.sqrt((2 * lab.value) / lab.price) - 1) / 2;
    return gains(Math.min(lab.limit, Math.max(0, wish - others))) - gains(mine);
  });
  return regrets.some(Number.isNaN) ? Number.NaN : Math.max(...regrets);
};
const far = { limit: 1000 };
check(
  "three labs, the last one eager: could any of them gain by changing alone?",
  regretOf([
    { value: 10, price: 1, ...far },
    { value: 30, price: 1, ...far },
    { value: 90, price: 1, ...far },
  ]),
  0,
  { tolerance: 1e-7, hint: "while one lab wants more, the others have no reason to buy" },
);

// %% hidden who-pays: prices count
check(
  "a lab with half the worth and a tenth of the price",
  whoPays([
    { value: 80, price: 5, ...far },
    { value: 40, price: 0.5, ...far },
  ]),
  [0, (Math.sqrt(160) - 1) / 2],
  { tolerance: 1e-7, hint: "who goes on longest is decided by worth over price" },
);

// %% hidden who-pays: nothing is worth buying
check(
  "an item that costs more than it brings",
  whoPays([
    { value: 1, price: 3, ...far },
    { value: 2, price: 5, ...far },
  ]),
  [0, 0],
  { tolerance: 1e-9, hint: "nobody can buy fewer than 0" },
);

// %% hidden who-pays: limits
for (const [name, given] of [
  ["the most eager can buy one item, the next two", [
    { value: 20, price: 1, limit: 100 },
    { value: 200, price: 1, limit: 1 },
    { value: 60, price: 1, limit: 2 },
  ]],
  ["everybody at the limit", [1, 2, 0.5, 3].map((limit) => ({ value: 1000, price: 1, limit }))],
] as [string, Lab[]][]) {
  check(`${name}: could any of them gain by changing alone?`, regretOf(given), 0, {
    tolerance: 1e-7,
    hint: "where the eager ones cannot go on, the next one may want to",
  });
}

// %% hidden who-pays: thirty labs
for (const run of [1, 2, 3]) {
  const stream = seeded(1700 + run);
  const given = Array.from({ length: 30 }, () => ({
    value: 200 * stream.next(),
    price: 0.2 + 2 * stream.next(),
    limit: 1.5 * stream.next(),
  }));
  check(`thirty labs, no. ${run}: could any of them gain by changing alone?`, regretOf(given), 0, {
    tolerance: 1e-7,
  });
}

// %% wrong who-pays: each lab as if it were alone -> one lab pays for all
function whoPays(labs: Lab[]): number[] {
  return labs.map(({ value, price, limit }) => Math.min(limit, Math.max(0, (Math.sqrt((2 * value) / price) - 1) / 2)));
}

// %% wrong who-pays: what is best for all, in equal parts -> one lab pays for all
function whoPays(labs: Lab[]): number[] {
  const worth = labs.reduce((sum, { value }) => sum + value, 0);
  return labs.map(({ price, limit }) => Math.min(limit, (Math.sqrt((2 * worth) / price) - 1) / 2 / labs.length));
}

// %% wrong who-pays: in the order of worth -> prices count
function whoPays(labs: Lab[]): number[] {
  const items = labs.map(() => 0);
  let total = 0;
  for (const i of labs.map((_, i) => i).sort((i, j) => labs[j]!.value - labs[i]!.value)) {
    const { value, price, limit } = labs[i]!;
    items[i] = Math.min(limit, Math.max(0, (Math.sqrt((2 * value) / price) - 1) / 2 - total));
    total += items[i]!;
  }
  return items;
}

// %% wrong who-pays: fewer than none -> nothing is worth buying
function whoPays(labs: Lab[]): number[] {
  const wish = labs.map(({ value, price }) => (Math.sqrt((2 * value) / price) - 1) / 2);
  const most = wish.indexOf(Math.max(...wish));
  return labs.map(({ limit }, i) => (i === most ? Math.min(limit, wish[i]!) : 0));
}

// %% wrong who-pays: the most eager pays, and nobody steps in -> limits
function whoPays(labs: Lab[]): number[] {
  const wish = labs.map(({ value, price }) => (Math.sqrt((2 * value) / price) - 1) / 2);
  const most = wish.indexOf(Math.max(...wish));
  return labs.map(({ limit }, i) => (i === most ? Math.min(limit, Math.max(0, wish[i]!)) : 0));
}

// %% wrong who-pays: a few best responses in the order given -> thirty labs
function whoPays(labs: Lab[]): number[] {
  const items = labs.map(() => 0);
  for (const [i, { value, price, limit }] of labs.entries()) {
    const others = items.reduce((sum, x) => sum + x, 0) - items[i]!;
    items[i] = Math.min(limit, Math.max(0, (Math.sqrt((2 * value) / price) - 1) / 2 - others));
  }
  return items;
}

// %% solution how-open
// The reader's share never falls with m: halve for the least m. The world's never rises: halve for the most.
function openness(borders: Borders): Range | null {
  const { n, N, generations, reader, world } = borders;
  const at = (m: number) => islands({ n, N, m }, generations)[generations]!;
  const first = (holds: (m: number) => boolean): number => {
    let [low, high] = [0, 1];
    if (holds(0)) return 0;
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  if (at(1).within < reader || at(0).total < world) return null;
  const least = first((m) => at(m).within >= reader);
  const most = at(1).total >= world ? 1 : first((m) => at(m).total < world);
  return least <= most ? { least, most } : null;
}

// %% hidden how-open: both ends
/** The shares at an end that was found, by the chapter's own recursion. */
const sharesAt = ({ n, N, generations }: Borders, m: number) => islands({ n, N, m }, generations)[generations]!;
const cases: Borders[] = [
  { n: 6, N: 10, generations: 40, reader: 0.3, world: 0.6 },
  { n: 3, N: 40, generations: 60, reader: 0.4, world: 0.63 },
  { n: 12, N: 25, generations: 100, reader: 0.45, world: 0.78 },
];
for (const given of cases) {
  const range = openness({ ...given });
  const name = `${given.n} labs of ${given.N}, ${given.generations} generations`;
  check(`${name}: there is such a migration`, range !== null, true);
  const [low, high] = [sharesAt(given, range!.least), sharesAt(given, range!.most)];
  check(`${name}: at the least, a reader's share`, low.within, given.reader, {
    tolerance: 1e-5,
    hint: "it rises with m",
  });
  check(`${name}: at the most, the world's share`, high.total, given.world, {
    tolerance: 1e-5,
    hint: "it falls as m rises",
  });
}

// %% hidden how-open: no fence needed
check(
  "after three generations all borders will do",
  openness({ n: 4, N: 50, generations: 3, reader: 0.5, world: 0.5 }),
  { least: 0, most: 1 },
  { tolerance: 1e-6, hint: "both may hold at the very ends" },
);
check("shut borders are allowed", openness({ n: 4, N: 50, generations: 3, reader: 0.5, world: 0.5 })!.least, 0);

// %% hidden how-open: asking too much
for (const given of [
  { n: 6, N: 10, generations: 40, reader: 0.6, world: 0.5 },
  { n: 6, N: 10, generations: 40, reader: 0.2, world: 0.9 },
  { n: 6, N: 10, generations: 40, reader: 0.45, world: 0.7 },
]) {
  check(`a reader's ${given.reader} and the world's ${given.world} cannot both be had`, openness(given), null, {
    hint: "too much for one end, or the ends have changed places",
  });
}

// %% hidden how-open: six digits
{
  const given = { n: 40, N: 200, generations: 400, reader: 0.7, world: 0.9 };
  const range = openness({ ...given });
  check("forty labs of two hundred: there is one", range !== null, true);
  const bends = [range!.least * (1 - 2e-6), range!.least * (1 + 2e-6)].map((m) => sharesAt(given, m).within >= 0.7);
  check("the least is right to six digits", bends, [false, true], { hint: "it is a small number here" });
}

// %% wrong how-open: m in steps of a hundredth -> both ends
function openness({ n, N, generations, reader, world }: Borders): Range | null {
  const good = Array.from({ length: 101 }, (_, i) => i / 100).filter((m) => {
    const { within, total } = islands({ n, N, m }, generations)[generations]!;
    return within >= reader && total >= world;
  });
  return good.length > 0 ? { least: good[0]!, most: good.at(-1)! } : null;
}

// %% wrong how-open: the two shares changed over -> both ends
function openness({ n, N, generations, reader, world }: Borders): Range | null {
  const at = (m: number) => islands({ n, N, m }, generations)[generations]!;
  const first = (holds: (m: number) => boolean): number => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  return { least: first((m) => at(m).within >= world), most: first((m) => at(m).total < reader) };
}

// %% wrong how-open: the interval never reaches its ends -> no fence needed
function openness({ n, N, generations, reader, world }: Borders): Range | null {
  const at = (m: number) => islands({ n, N, m }, generations)[generations]!;
  const first = (holds: (m: number) => boolean): number => {
    let [low, high] = [0.001, 0.999];
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  const least = first((m) => at(m).within >= reader);
  const most = first((m) => at(m).total < world);
  return least <= most ? { least, most } : null;
}

// %% wrong how-open: never null -> asking too much; visible
function openness({ n, N, generations, reader, world }: Borders): Range | null {
  const at = (m: number) => islands({ n, N, m }, generations)[generations]!;
  const first = (holds: (m: number) => boolean): number => {
    let [low, high] = [0, 1];
    if (holds(0)) return 0;
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  return { least: first((m) => at(m).within >= reader), most: first((m) => at(m).total < world) };
}

// %% wrong how-open: twelve halvings -> six digits
function openness({ n, N, generations, reader, world }: Borders): Range | null {
  const at = (m: number) => islands({ n, N, m }, generations)[generations]!;
  const first = (holds: (m: number) => boolean): number => {
    let [low, high] = [0, 1];
    if (holds(0)) return 0;
    for (let step = 0; step < 12; step += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  if (at(1).within < reader || at(0).total < world) return null;
  const least = first((m) => at(m).within >= reader);
  const most = at(1).total >= world ? 1 : first((m) => at(m).total < world);
  return least <= most ? { least, most } : null;
}

// %% solution the-board
// The detector brings most human items for the money, and loses the smallest community. With three quarters paid, which
// is 1 − 1/n, the four labs buy three items for their pool; all of them from communities in turn, they give it back.
const myPolicy: Policy = {
  ...nothing,
  subsidy: 0.75, share: true, quota: 0.9, archive: 0, threshold: 0.92,
};

// %% hidden the-board: within the budget
const given = structuredClone(myPolicy);
const { cost } = plan(given);
check("what it costs per generation is at most 20", cost <= 20, true, {
  hint: `it costs ${short(cost)}: which of its parts could be smaller?`,
});

// %% hidden the-board: levers that exist
{
  const { subsidy, share, quota, archive, threshold } = structuredClone(myPolicy);
  const inRange = [
    subsidy >= 0 && subsidy < 1,
    share === true || share === false,
    quota >= 0 && quota <= 1,
    Number.isInteger(archive) && archive >= 0,
    threshold >= -1,
    plan(myPolicy).fromFeed >= 0,
  ];
  check("subsidy, share, quota, archive and threshold are what they may be", inRange, inRange.map(() => true), {
    hint: "shares lie between 0 and 1, and nobody rereads fewer than 0 items",
  });
}

// %% hidden the-board: the world is still the chapter's
{
  const still = [
    score({ subsidy: 0, share: false, quota: 0, archive: 0, threshold: Infinity }, seeded(1)).total,
    score({ subsidy: 0.9, share: true, quota: 0.4, archive: 2, threshold: 1.5 }, seeded(2)).total,
  ];
  check("two policies score in two worlds what they did before", still, [72.41064745671609, 88.365707095713], {
    tolerance: 1e-9,
    hint: "set `myPolicy`, and nothing else",
  });
}

// %% hidden the-board: given to the tests below
// In a cell of its own, for a cell that fails leaves no names.
let marked: { by: Policy; marks: ReturnType<typeof score>[] } | undefined;
/** Marks of the policy, in worlds whose seeds are made here: each world once for an answer, whatever tests there are. */
const unseen = (worlds: number) => {
  const { marks } = marked?.by === myPolicy ? marked : (marked = { by: myPolicy, marks: [] });
  const policy = structuredClone(myPolicy);
  for (let world = marks.length; world < worlds; world += 1)
    marks.push(score(policy, seeded(2_026_000 + 7919 * world)));
  return marks.slice(0, worlds);
};

// %% hidden the-board: four hundred worlds that nobody has seen
{
  const totals = unseen(400).map(({ total }) => total);
  check("the mean score of four hundred worlds is 94 or more", mean(totals) >= 94, true, {
    hint: `it is ${short(mean(totals))}, with a standard error of ${short(standardError(totals))}`,
  });
}

// %% hidden the-board: nobody is forgotten
{
  const worst = mean(unseen(80).map((marks) => marks.worst));
  check("the worst-off community has 0.85 of its share", worst >= 0.85, true, {
    hint: `it has ${short(worst)}: whom does the detector suspect, and whom the quota?`,
  });
}

// %% wrong the-board: paid for with money that is not there -> within the budget
const myPolicy: Policy = { subsidy: 0.95, share: true, quota: 0.6, archive: 0, threshold: 0.6 };

// %% wrong the-board: fewer than no items from the archive, which would pay for the rest -> levers that exist
const myPolicy: Policy = { subsidy: 0.95, share: true, quota: 0.6, archive: -40, threshold: 1 };

// %% wrong the-board: nothing -> four hundred worlds that nobody has seen
const myPolicy: Policy = { ...nothing };

// %% wrong the-board: the best of the six -> four hundred worlds that nobody has seen
const myPolicy: Policy = { ...policies["pool with quota"]! };

// %% wrong the-board: archive and pool -> four hundred worlds that nobody has seen
const myPolicy: Policy = { subsidy: 0.97, share: true, quota: 0.3, archive: 8, threshold: 1.3 };

// %% wrong the-board: a pool tuned to its best, without a detector -> four hundred worlds that nobody has seen
const myPolicy: Policy = { subsidy: 0.9915, share: true, quota: 0.13, archive: 0, threshold: Infinity };

// %% wrong the-board: a pool that is lucky on few worlds -> four hundred worlds that nobody has seen
const myPolicy: Policy = { subsidy: 0.9913, share: true, quota: 0.1, archive: 0, threshold: Infinity };

// %% wrong the-board: all on detection -> nobody is forgotten
const myPolicy: Policy = { ...policies["all on detection"]! };

// %% wrong the-board: a world that is kinder -> the world is still the chapter's
// Stands last, for it changes the chapter for whatever comes after it.
const myPolicy: Policy = { ...nothing };
function score(policy: Policy, rng: Rng) {
  return { diversity: 1, tail: 1, worst: 1, total: 100 };
}
