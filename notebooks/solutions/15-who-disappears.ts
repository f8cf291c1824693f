// Solutions, hidden tests and wrong answers of chapter 15. Each region runs as a cell after the chapter, so the chapter's
// names (check, seeded, shuffled, upTo, workers, wellPaid, genderOf, …) are at hand.

// %% solution two-gaps
function gaps(predictions: number[], truth: number[], groups: string[]) {
  const shareIn = (group: string, counts: (i: number) => boolean): number => {
    const places = [...groups.keys()].filter((i) => groups[i] === group && counts(i));
    return places.filter((i) => predictions[i] === 1).length / places.length;
  };
  const gap = (counts: (i: number) => boolean): number => {
    const shares = [...new Set(groups)].map((group) => shareIn(group, counts));
    return Math.max(...shares) - Math.min(...shares);
  };
  return { parity: gap(() => true), opportunity: gap((i) => truth[i] === 1) };
}

// %% hidden two-gaps: the people of the chapter
{
  const names = genderOf.map((c) => genders[c]!);
  for (const [decider, yes] of Object.entries(deciders)) {
    check(
      `women and men, ${decider}`,
      gaps(yes, wellPaid, names),
      {
        parity: demographicParityGap(yes, names),
        opportunity: equalOpportunityGap(yes, wellPaid, names),
      },
      { tolerance: 1e-12, hint: "a gap is the greatest share minus the least, and never below 0" },
    );
  }
}

// %% hidden two-gaps: four groups of different sizes
{
  const names = ["d", "a", "c", "b"];
  const luck = seeded(15);
  const groups = upTo(199).map((i) => names[i < 4 ? i : Math.floor(4 * luck.next() ** 2)]!);
  const truth = groups.map((_, i) => Number(i < 4 || luck.next() < 0.4));
  const often: Record<string, number> = { a: 0.5, b: 0.7, c: 0.1, d: 0.4 };
  const yes = groups.map((group, i) => Number(luck.next() < often[group]! + 0.2 * truth[i]!));
  const found = gaps(yes, truth, groups);
  check("parity in four groups", found.parity, demographicParityGap(yes, groups), {
    tolerance: 1e-12,
    hint: "the greatest share of all groups minus the least",
  });
  check("opportunity in four groups", found.opportunity, equalOpportunityGap(yes, truth, groups), {
    tolerance: 1e-12,
    hint: "among those for whom yes was right",
  });
}

// %% hidden two-gaps: right for few
{
  // Ten in each group; yes is right for one of a, for eight of b. Nobody is told yes wrongly.
  const groups = upTo(19).map((i) => (i < 10 ? "a" : "b"));
  const truth = upTo(19).map((i) => Number(i === 0 || i >= 12));
  check("one of one, and four of eight", gaps(upTo(19).map((i) => Number(i === 0 || i >= 16)), truth, groups), {
    parity: 0.4 - 0.1,
    opportunity: 1 - 0.5,
  }, { tolerance: 1e-12, hint: "of those for whom yes was right: how many heard yes?" });
}

// %% wrong two-gaps: the first group minus the second -> the people of the chapter
function gaps(predictions: number[], truth: number[], groups: string[]) {
  const [one, other] = [...new Set(groups)].sort();
  const share = (group: string, among: number[]) =>
    mean([...groups.keys()].filter((i) => groups[i] === group && among[i]).map((i) => predictions[i]!));
  const all = groups.map(() => 1);
  return {
    parity: share(one!, all) - share(other!, all),
    opportunity: share(one!, truth) - share(other!, truth),
  };
}

// %% wrong two-gaps: two groups only -> four groups of different sizes; visible
function gaps(predictions: number[], truth: number[], groups: string[]) {
  const [one, other] = [...new Set(groups)];
  const share = (group: string, among: number[]) =>
    mean([...groups.keys()].filter((i) => groups[i] === group && among[i]).map((i) => predictions[i]!));
  const all = groups.map(() => 1);
  return {
    parity: Math.abs(share(one!, all) - share(other!, all)),
    opportunity: Math.abs(share(one!, truth) - share(other!, truth)),
  };
}

// %% wrong two-gaps: of those who heard yes, how many rightly -> right for few
function gaps(predictions: number[], truth: number[], groups: string[]) {
  const names = [...new Set(groups)];
  const share = (what: number[], among: number[]) => (group: string) =>
    mean([...groups.keys()].filter((i) => groups[i] === group && among[i]).map((i) => what[i]!));
  const gap = (shares: number[]) => Math.max(...shares) - Math.min(...shares);
  return {
    parity: gap(names.map(share(predictions, groups.map(() => 1)))),
    opportunity: gap(names.map(share(truth, predictions))),
  };
}

// %% wrong two-gaps: numbers of yes and not shares -> four groups of different sizes
function gaps(predictions: number[], truth: number[], groups: string[]) {
  const names = [...new Set(groups)];
  const count = (among: number[]) => (group: string) =>
    predictions.filter((yes, i) => groups[i] === group && among[i] && yes).length / predictions.length;
  const gap = (shares: number[]) => Math.max(...shares) - Math.min(...shares);
  return { parity: gap(names.map(count(groups.map(() => 1)))), opportunity: gap(names.map(count(truth))) };
}

// %% solution large-enough
function membersNeeded(generations: number, risk: number): number {
  let alive = 1; // 1 − q, which keeps its digits when q is nearly 1
  for (let t = 1; t <= generations; t += 1) alive = -Math.expm1(-alive);
  return Math.ceil(Math.log(risk) / Math.log1p(-alive));
}

// %% hidden large-enough: few generations
{
  for (const [generations, risk] of [[1, 0.05], [2, 0.01], [5, 0.2], [10, 0.001]] as const) {
    const c = membersNeeded(generations, risk);
    const q = extinctionProbability(generations);
    check(`after ${generations} generations ${c} members are enough for a risk of ${risk}`, q ** c <= risk, true, {
      hint: `q is ${short(q)}, and q to this power is ${short(q ** c)}`,
    });
    check("… and one member less is not", c >= 1 && Number.isInteger(c) && q ** (c - 1) > risk, true, {
      hint: `q to one power less is ${short(q ** (c - 1))}`,
    });
  }
}

// %% hidden large-enough: a hundred generations and more
{
  for (const [generations, risk] of [[100, 0.01], [100, 0.9], [1000, 0.05]] as const) {
    const c = membersNeeded(generations, risk);
    const q = extinctionProbability(generations);
    const holds = Number.isInteger(c) && q ** c <= risk && q ** (c - 1) > risk;
    check(`after ${generations} generations, a risk of ${risk}`, holds, true, {
      hint: `with ${c} members the risk is ${short(q ** c)}`,
    });
  }
}

// %% hidden large-enough: a risk of next to nothing
{
  const c = membersNeeded(20, 1e-300);
  const log = (members: number) => members * Math.log(extinctionProbability(20)) - Math.log(1e-300);
  check("twenty generations, a risk of 1e-300", Number.isInteger(c) && log(c) <= 0 && log(c - 1) > 0, true, {
    hint: "take logarithms: such powers leave the range of JavaScript's numbers",
  });
}

// %% hidden large-enough: a million generations
{
  const c = membersNeeded(1_000_000, 0.001);
  const exact = Math.log(0.001) / Math.log(extinctionProbability(1_000_000));
  check("a million generations, to one part in a million", Math.abs(c / exact - 1) < 1e-6, true, {
    hint: `you say ${c}`,
  });
}

// %% wrong large-enough: rounded down -> few generations
function membersNeeded(generations: number, risk: number): number {
  return Math.floor(Math.log(risk) / Math.log(extinctionProbability(generations)));
}

// %% wrong large-enough: one generation more -> few generations
function membersNeeded(generations: number, risk: number): number {
  return Math.ceil(Math.log(risk) / Math.log(extinctionProbability(generations + 1)));
}

// %% wrong large-enough: every member dies out by chance e^−1 each time, as if it had no heirs -> a hundred generations and more
function membersNeeded(generations: number, risk: number): number {
  return Math.ceil(Math.log(1 - (1 - risk) ** (1 / generations)) / -1);
}

// %% wrong large-enough: T/2 times the logarithm, the rule for large T -> few generations
function membersNeeded(generations: number, risk: number): number {
  return Math.ceil((generations / 2) * Math.log(1 / risk));
}

// %% wrong large-enough: multiplied until below, and never below 1e−16 -> a risk of next to nothing; visible
function membersNeeded(generations: number, risk: number): number {
  const q = extinctionProbability(generations);
  let [c, left] = [0, 1];
  while (left > Math.max(risk, 1e-16)) {
    left *= q;
    c += 1;
  }
  return c;
}

// %% solution a-light-hand
function copies(labels: string[], quota: Record<string, number>, rng: Rng): number[] {
  const found = labels.map(() => 0);
  for (const [group, wanted] of Object.entries(quota)) {
    const rows = [...labels.keys()].filter((i) => labels[i] === group);
    if (wanted === 0) continue;
    if (rows.length === 0) throw new RangeError(`Cannot fill a quota of ${wanted} for ${group}: it has no rows`);
    const [each, rest] = [Math.floor(wanted / rows.length), wanted % rows.length];
    for (const [rank, place] of shuffled(rows.length, rng).entries()) {
      found[rows[place]!] = each + Number(rank < rest);
    }
  }
  return found;
}

// %% hidden a-light-hand: each group has its quota
{
  const labels = upTo(99).map((i) => (i % 10 === 3 ? "few" : i % 3 === 0 ? "some" : "many"));
  const quota = { few: 37, some: 20, many: 51 };
  const found = copies(labels, quota, seeded(1));
  for (const [group, wanted] of Object.entries(quota)) {
    const sum = found.reduce((all, count, i) => all + (labels[i] === group ? count : 0), 0);
    check(`${group}: ${wanted} copies in all`, sum, wanted);
  }
  check("all counts are whole numbers, 0 or more", found.every((count) => Number.isInteger(count) && count >= 0), true);
}

// %% hidden a-light-hand: no row far above another
{
  const labels = upTo(59).map((i) => (i < 17 ? "a" : "b"));
  const found = copies(labels, { a: 40, b: 20 }, seeded(2));
  for (const group of ["a", "b"]) {
    const own = found.filter((_, i) => labels[i] === group);
    check(`${group}: counts differ by one at most`, Math.max(...own) - Math.min(...own) <= 1, true, {
      hint: `they go from ${Math.min(...own)} to ${Math.max(...own)}`,
    });
  }
}

// %% hidden a-light-hand: no row is preferred
import { valuesAtTuples } from "generation-loss";
{
  const labels = ["b", "a", "b", "b", "b", "b"];
  const runs = 2000;
  const quota = { a: 2, b: 7 };
  const found = valuesAtTuples(copies, upTo(runs - 1).map((run) => [labels, quota, seeded(3).split(run)]));
  const sums = labels.map((_, i) => found.reduce((sum, counts) => sum + counts[i]!, 0));
  // Each b has 1 + a coin of 2/5: a standard error of 0.011 over 2000 runs.
  check("the mean of each row of b is 7/5", sums.filter((_, i) => labels[i] === "b").map((sum) => sum / runs), [
    1.4, 1.4, 1.4, 1.4, 1.4,
  ], { tolerance: 0.055, hint: "who gets one copy more must be luck" });
}

// %% hidden a-light-hand: nobody to copy
{
  let refused: unknown = null;
  try {
    copies(["a", "a"], { a: 2, gone: 1 }, seeded(4));
  } catch (error) {
    refused = error;
  }
  check("a group without rows is refused with a RangeError", (refused as Error | null)?.name, "RangeError", {
    hint: "nothing can be copied from nobody",
  });
  check("a quota of 0 is no reason to refuse", copies(["a", "a"], { a: 2, gone: 0 }, seeded(5)), [1, 1]);
  check("who is not named gets nothing", copies(["a", "x", "a"], { a: 4 }, seeded(6)), [2, 0, 2]);
}

// %% wrong a-light-hand: rows drawn with putting back -> no row far above another
function copies(labels: string[], quota: Record<string, number>, rng: Rng): number[] {
  const found = labels.map(() => 0);
  for (const [group, wanted] of Object.entries(quota)) {
    const rows = [...labels.keys()].filter((i) => labels[i] === group);
    if (wanted > 0 && rows.length === 0) throw new RangeError("no rows");
    for (let k = 0; k < wanted; k += 1) found[rows[Math.floor(rng.next() * rows.length)]!]! += 1;
  }
  return found;
}

// %% wrong a-light-hand: the first rows get the rest -> no row is preferred
function copies(labels: string[], quota: Record<string, number>, _rng: Rng): number[] {
  const found = labels.map(() => 0);
  for (const [group, wanted] of Object.entries(quota)) {
    const rows = [...labels.keys()].filter((i) => labels[i] === group);
    if (wanted > 0 && rows.length === 0) throw new RangeError("no rows");
    for (let k = 0; k < wanted; k += 1) found[rows[k % rows.length]!]! += 1;
  }
  return found;
}

// %% wrong a-light-hand: rounded, so that a quota is missed -> each group has its quota
function copies(labels: string[], quota: Record<string, number>, _rng: Rng): number[] {
  return labels.map((label) =>
    Math.round((quota[label] ?? 0) / labels.filter((other) => other === label).length),
  );
}

// %% wrong a-light-hand: an empty group is passed over -> nobody to copy; visible
function copies(labels: string[], quota: Record<string, number>, rng: Rng): number[] {
  const found = labels.map(() => 0);
  for (const [group, wanted] of Object.entries(quota)) {
    const rows = [...labels.keys()].filter((i) => labels[i] === group);
    for (const [rank, place] of shuffled(rows.length, rng).entries()) {
      found[rows[place]!] = Math.floor(wanted / rows.length) + Number(rank < wanted % rows.length);
    }
  }
  return found;
}

// %% solution fair-to-one
function disagree(truth: number[], groups: string[]) {
  const level = truth.map(() => 0);
  const right = truth.reduce((sum, yes) => sum + yes, 0);
  let [members, given] = [0, 0];
  for (const group of new Set(groups)) {
    // those for whom yes is right come first
    const own = [...truth.keys()].filter((i) => groups[i] === group).sort((a, b) => truth[b]! - truth[a]!);
    members += own.length;
    const upToHere = Math.round((right * members) / truth.length); // rounding does not add up
    for (const i of own.slice(0, upToHere - given)) level[i] = 1;
    given = upToHere;
  }
  return { level, exact: [...truth] };
}

// %% hidden fair-to-one: the judge
/** Checks an answer for one world of truth and groups. */
function judge(sentence: string, truth: number[], groups: string[]) {
  const { level, exact } = disagree([...truth], [...groups]);
  for (const [name, yes] of Object.entries({ level, exact })) {
    check(`${sentence}: ${name} says 0 or 1 to each`, [yes.length, yes.every((said) => said === 0 || said === 1)], [
      truth.length,
      true,
    ]);
    check(`${sentence}: ${name} says yes as often as the truth`, mean(yes), mean(truth), { tolerance: 1e-12 });
  }
  const parity = [level, exact].map((yes) => demographicParityGap(yes, groups));
  check(`${sentence}: level has the smaller parity gap`, parity[0]! < parity[1]!, true, {
    hint: `level has ${short(parity[0]!)}, exact ${short(parity[1]!)}`,
  });
  const chance = [level, exact].map((yes) => equalOpportunityGap(yes, truth, groups));
  check(`${sentence}: exact has the smaller opportunity gap`, chance[1]! < chance[0]!, true, {
    hint: `exact has ${short(chance[1]!)}, level ${short(chance[0]!)}`,
  });
}
/** Groups of these sizes, in random order, with these shares of yes. */
function worldOf(sizes: number[], shares: number[], seed: number) {
  const rows = sizes.flatMap((size, c) =>
    upTo(size - 1).map((i) => ({ group: `group ${c}`, yes: Number(i < Math.round(shares[c]! * size)) })),
  );
  const order = shuffled(rows.length, seeded(seed)).map((i) => rows[i]!);
  return { truth: order.map(({ yes }) => yes), groups: order.map(({ group }) => group) };
}

// %% hidden fair-to-one: two groups of one size, in any order
{
  const { truth, groups } = worldOf([40, 40], [0.7, 0.3], 1);
  judge("forty and forty", truth, groups);
}

// %% hidden fair-to-one: groups that take turns
{
  const groups = upTo(79).map((i) => (Math.floor(i / 20) % 2 === 0 ? "a" : "b"));
  const truth = groups.map((group, i) => Number(i % 20 < (group === "a" ? 14 : 6)));
  judge("twenty of a, twenty of b, twenty of a, twenty of b", truth, groups);
}

// %% hidden fair-to-one: sizes differ
{
  const small = worldOf([24, 300], [0.5, 0.25], 2);
  judge("twenty-four and three hundred", small.truth, small.groups);
}

// %% hidden fair-to-one: four groups
{
  const { truth, groups } = worldOf([25, 90, 45, 40], [0.45, 0.35, 0.1, 0.8], 3);
  judge("four groups", truth, groups);
}

// %% wrong fair-to-one: the two lists changed about -> two groups of one size, in any order
function disagree(truth: number[], groups: string[]) {
  const level = truth.map(() => 0);
  const right = truth.reduce((sum, yes) => sum + yes, 0);
  let [members, given] = [0, 0];
  for (const group of new Set(groups)) {
    const own = [...truth.keys()].filter((i) => groups[i] === group).sort((a, b) => truth[b]! - truth[a]!);
    members += own.length;
    const upToHere = Math.round((right * members) / truth.length);
    for (const i of own.slice(0, upToHere - given)) level[i] = 1;
    given = upToHere;
  }
  return { level: [...truth], exact: level };
}

// %% wrong fair-to-one: yes to all is level, too -> two groups of one size, in any order
function disagree(truth: number[], _groups: string[]) {
  return { level: truth.map(() => 1), exact: [...truth] };
}

// %% wrong fair-to-one: the same number of yes for each group, not the same share -> sizes differ
function disagree(truth: number[], groups: string[]) {
  const level = truth.map(() => 0);
  const right = truth.reduce((sum, yes) => sum + yes, 0);
  const names = [...new Set(groups)];
  let left = right;
  for (const [c, group] of names.entries()) {
    const own = [...truth.keys()].filter((i) => groups[i] === group).sort((a, b) => truth[b]! - truth[a]!);
    const given = Math.min(own.length, c === names.length - 1 ? left : Math.round(right / names.length));
    for (const i of own.slice(0, given)) level[i] = 1;
    left -= given;
  }
  for (let i = 0; left > 0; i += 1) {
    if (level[i] === 1) continue;
    level[i] = 1;
    left -= 1;
  }
  return { level, exact: [...truth] };
}

// %% wrong fair-to-one: the first two groups only -> four groups
function disagree(truth: number[], groups: string[]) {
  const level = [...truth];
  const two = [...new Set(groups)].sort().slice(0, 2);
  const own = two.map((group) =>
    [...truth.keys()].filter((i) => groups[i] === group).sort((a, b) => truth[b]! - truth[a]!),
  );
  const right = own.flat().filter((i) => truth[i] === 1).length;
  const first = Math.round((right * own[0]!.length) / own.flat().length);
  for (const i of own.flat()) level[i] = 0;
  for (const i of [...own[0]!.slice(0, first), ...own[1]!.slice(0, right - first)]) level[i] = 1;
  return { level, exact: [...truth] };
}

// %% wrong fair-to-one: the first half is one group, the second half the other -> groups that take turns; visible
function disagree(truth: number[], _groups: string[]) {
  const right = truth.reduce((sum, yes) => sum + yes, 0);
  const half = Math.ceil(truth.length / 2);
  const level = truth.map((_, i) => Number(i < half ? i < right / 2 : i - half < Math.floor(right / 2)));
  return { level, exact: [...truth] };
}
