// Solutions, hidden tests and wrong answers of chapter 14. Each region runs as a cell after the chapter, so the chapter's
// names (check, bestOfKUpdate, short, seeded, judge, scoredBy, shown20k, …) are at hand.

// %% solution one-taste
// For two candidates only the difference of rewards is needed; it may be as large as it likes. For very many the
// greatest reward is taken off first. Both end by dividing by the sum.
function pick(p: number[], r: number[], K: 2 | typeof Infinity, rounds: number): number[] {
  const top = Math.max(...r);
  let law = [...p];
  for (let round = 0; round < rounds; round += 1) {
    const before = law;
    const next = before.map((share, i) => {
      if (K !== 2) return share * Math.exp(r[i]! - top);
      return share * before.reduce((sum, other, j) => sum + (2 * other) / (1 + Math.exp(r[j]! - r[i]!)), 0);
    });
    const total = next.reduce((sum, share) => sum + share, 0);
    law = next.map((share) => share / total);
  }
  return law;
}

// %% hidden one-taste: two candidates, five tones
const fiveTones = [0.1, 0.3, 0.2, 0.25, 0.15];
const likes = [0.5, -1, 0, 1.5, -2];
/** The library's law after some rounds. */
const libraryPicks = (K: number, rounds: number): number[] => {
  let law = Float64Array.from(fiveTones);
  for (let round = 0; round < rounds; round += 1) law = bestOfKUpdate(law, likes, { candidates: K }) as typeof law;
  return Array.from(law);
};
for (const rounds of [0, 1, 2, 7]) {
  check(`one of two, ${rounds} rounds`, pick(fiveTones, likes, 2, rounds), libraryPicks(2, rounds), {
    tolerance: 1e-9,
    hint: "each round starts from the shares that the last one left",
  });
}

// %% hidden one-taste: very many candidates, five tones
for (const rounds of [0, 1, 2, 7]) {
  check(`very many candidates, ${rounds} rounds`, pick(fiveTones, likes, Infinity, rounds), libraryPicks(Infinity, rounds), {
    tolerance: 1e-9,
    hint: "with very many candidates shares are multiplied by exp(r), which is not what two candidates do",
  });
}

// %% hidden one-taste: a thousand rounds
for (const tones of [3, 7, 10]) {
  const same = Array.from({ length: tones }, () => 1 / tones);
  const noTaste = same.map(() => 0);
  check(`${tones} tones that nobody prefers stay as they are`, pick(same, noTaste, 2, 1000), same, {
    tolerance: 1e-9,
    hint: "what does the sum of the shares do to the next sum?",
  });
}
const longRun = pick(fiveTones, likes, 2, 1000);
check("after a thousand rounds the best tone is left", longRun, [0, 0, 0, 1, 0], { tolerance: 1e-9 });

// %% hidden one-taste: large rewards
for (const K of [2, Infinity] as const) {
  check(`rewards of 2000 and 2001, K = ${K}`, pick([0.5, 0.5], [2000, 2001], K, 1), pick([0.5, 0.5], [0, 1], K, 1), {
    tolerance: 1e-9,
    hint: "exp(2000) is too large to be written; only differences of rewards count",
  });
}

// %% hidden one-taste: the start stays
{
  const start = [0.5, 0.3, 0.2];
  const rewards = [0, 1, 2];
  for (const K of [2, Infinity] as const) pick(start, rewards, K, 5);
  check("p is as it was", start, [0.5, 0.3, 0.2], { hint: "write into a copy" });
  check("r is as it was", rewards, [0, 1, 2], { hint: "write into a copy" });
}

// %% wrong one-taste: the sum is never made 1 again -> a thousand rounds; visible
function pick(p: number[], r: number[], K: 2 | typeof Infinity, rounds: number): number[] {
  const top = Math.max(...r);
  let law = [...p];
  for (let round = 0; round < rounds; round += 1) {
    const before = law;
    const total = before.reduce((sum, share, i) => sum + share * Math.exp(r[i]! - top), 0);
    law = before.map((share, i) => {
      if (K !== 2) return (share * Math.exp(r[i]! - top)) / total;
      return share * before.reduce((sum, other, j) => sum + (2 * other) / (1 + Math.exp(r[j]! - r[i]!)), 0);
    });
  }
  return law;
}

// %% wrong one-taste: the better of two always wins -> two candidates, five tones
function pick(p: number[], r: number[], K: 2 | typeof Infinity, rounds: number): number[] {
  const top = Math.max(...r);
  let law = [...p];
  for (let round = 0; round < rounds; round += 1) {
    const before = law;
    const wins = (i: number, j: number) => (r[i]! > r[j]! ? 2 : r[i]! < r[j]! ? 0 : 1);
    const next = before.map((share, i) => {
      if (K !== 2) return share * Math.exp(r[i]! - top);
      return share * before.reduce((sum, other, j) => sum + wins(i, j) * other, 0);
    });
    const total = next.reduce((sum, share) => sum + share, 0);
    law = next.map((share) => share / total);
  }
  return law;
}

// %% wrong one-taste: two candidates, however many there are -> very many candidates, five tones
function pick(p: number[], r: number[], _K: 2 | typeof Infinity, rounds: number): number[] {
  let law = [...p];
  for (let round = 0; round < rounds; round += 1) {
    const before = law;
    const next = before.map(
      (share, i) => share * before.reduce((sum, other, j) => sum + (2 * other) / (1 + Math.exp(r[j]! - r[i]!)), 0),
    );
    const total = next.reduce((sum, share) => sum + share, 0);
    law = next.map((share) => share / total);
  }
  return law;
}

// %% wrong one-taste: exp(r) as it stands -> large rewards; visible
function pick(p: number[], r: number[], K: 2 | typeof Infinity, rounds: number): number[] {
  const strength = r.map((reward) => Math.exp(reward));
  let law = [...p];
  for (let round = 0; round < rounds; round += 1) {
    const before = law;
    const next = before.map((share, i) => {
      if (K !== 2) return share * strength[i]!;
      return (
        share *
        before.reduce((sum, other, j) => sum + (2 * other * strength[i]!) / (strength[i]! + strength[j]!), 0)
      );
    });
    const total = next.reduce((sum, share) => sum + share, 0);
    law = next.map((share) => share / total);
  }
  return law;
}

// %% wrong one-taste: the shares are written over -> the start stays
function pick(p: number[], r: number[], K: 2 | typeof Infinity, rounds: number): number[] {
  const top = Math.max(...r);
  for (let round = 0; round < rounds; round += 1) {
    const next = p.map((share, i) => {
      if (K !== 2) return share * Math.exp(r[i]! - top);
      return share * p.reduce((sum, other, j) => sum + (2 * other) / (1 + Math.exp(r[j]! - r[i]!)), 0);
    });
    const total = next.reduce((sum, share) => sum + share, 0);
    for (let i = 0; i < p.length; i += 1) p[i] = next[i]! / total;
  }
  return [...p];
}

// %% solution confusion
function judge(table: Trial, p: number) {
  const right = table.rightKept + table.rightDropped;
  const wrong = table.wrongKept + table.wrongDropped;
  if (right === 0 || wrong === 0) throw new RangeError("Cannot judge: the trial must hold right and wrong statements");
  const phi = table.rightKept / right;
  const psi = table.wrongKept / wrong;
  if (phi + psi === 0) throw new RangeError("Cannot judge: the verifier must keep something");
  const breakdown = phi / (phi + psi);
  const wrongAmongKept = (p * psi) / (p * psi + (1 - p) * phi);
  return { breakdown, wrongAmongKept, helps: p < breakdown };
}

// %% hidden confusion: an unequal trial
const unequal = { rightKept: 720, rightDropped: 180, wrongKept: 30, wrongDropped: 70 };
check("nine hundred right ones and a hundred wrong ones on trial", judge(unequal, 0.2).breakdown, 8 / 11, {
  tolerance: 1e-12,
  hint: "φ is a share of the right ones, ψ one of the wrong ones: divide each by its own number",
});

// %% hidden confusion: other texts than in the trial
for (const p of [0, 0.1, 0.5, 0.72, 1]) {
  check(`a share of ${p} is wrong`, judge(unequal, p).wrongAmongKept, (0.3 * p) / (0.3 * p + 0.8 * (1 - p)), {
    tolerance: 1e-12,
    hint: "the trial tells the keep rates; the share of wrong texts is p",
  });
}

// %% hidden confusion: does it help
for (const [p, helps] of [[0.6, true], [0.72, true], [0.73, false], [0.9, false]] as const) {
  check(`φ = 0.8, ψ = 0.3, a share of ${p} is wrong`, judge(unequal, p).helps, helps, {
    hint: "are most of the kept ones right?",
  });
}
const inverted = { rightKept: 30, rightDropped: 70, wrongKept: 80, wrongDropped: 20 };
check("a verifier that prefers wrong ones, 40 % wrong", judge(inverted, 0.4).helps, false, {
  hint: "most texts are right, and most of the kept ones?",
});

// %% hidden confusion: strict verifiers
check("one that keeps no wrong one", judge({ rightKept: 5, rightDropped: 95, wrongKept: 0, wrongDropped: 10 }, 0.99), {
  breakdown: 1,
  wrongAmongKept: 0,
  helps: true,
});

// %% hidden confusion: nothing can be said
const saysNothing = [
  { rightKept: 0, rightDropped: 10, wrongKept: 0, wrongDropped: 10 },
  { rightKept: 0, rightDropped: 0, wrongKept: 3, wrongDropped: 10 },
  { rightKept: 3, rightDropped: 10, wrongKept: 0, wrongDropped: 0 },
];
const refusedWith = (table: Trial): string => {
  try {
    judge(table, 0.5);
    return "no error";
  } catch (error) {
    return (error as Error).name;
  }
};
for (const table of saysNothing) check("a trial without an answer", refusedWith(table), "RangeError");

// %% wrong confusion: counts taken for rates -> an unequal trial
function judge(table: Trial, p: number) {
  const { rightKept, wrongKept } = table;
  if (rightKept + wrongKept === 0) throw new RangeError("nothing was kept");
  if (rightKept + table.rightDropped === 0 || wrongKept + table.wrongDropped === 0) throw new RangeError("no trial");
  const breakdown = rightKept / (rightKept + wrongKept);
  const wrongAmongKept = (p * wrongKept) / (p * wrongKept + (1 - p) * rightKept);
  return { breakdown, wrongAmongKept, helps: p < breakdown };
}

// %% wrong confusion: the share of wrong ones of the trial -> other texts than in the trial
function judge(table: Trial, p: number) {
  const right = table.rightKept + table.rightDropped;
  const wrong = table.wrongKept + table.wrongDropped;
  if (right === 0 || wrong === 0) throw new RangeError("no trial");
  if (table.rightKept + table.wrongKept === 0) throw new RangeError("nothing was kept");
  const [phi, psi] = [table.rightKept / right, table.wrongKept / wrong];
  const breakdown = phi / (phi + psi);
  const wrongAmongKept =
    right === wrong ? (p * psi) / (p * psi + (1 - p) * phi) : table.wrongKept / (table.wrongKept + table.rightKept);
  return { breakdown, wrongAmongKept, helps: p < breakdown };
}

// %% wrong confusion: it helps if it keeps right ones more readily -> does it help
function judge(table: Trial, p: number) {
  const right = table.rightKept + table.rightDropped;
  const wrong = table.wrongKept + table.wrongDropped;
  if (right === 0 || wrong === 0) throw new RangeError("no trial");
  const [phi, psi] = [table.rightKept / right, table.wrongKept / wrong];
  if (phi + psi === 0) throw new RangeError("nothing was kept");
  const wrongAmongKept = (p * psi) / (p * psi + (1 - p) * phi);
  return { breakdown: phi / (phi + psi), wrongAmongKept, helps: phi > psi };
}

// %% wrong confusion: nothing is refused -> nothing can be said; visible
function judge(table: Trial, p: number) {
  const phi = table.rightKept / (table.rightKept + table.rightDropped);
  const psi = table.wrongKept / (table.wrongKept + table.wrongDropped);
  const breakdown = phi / (phi + psi);
  return { breakdown, wrongAmongKept: (p * psi) / (p * psi + (1 - p) * phi), helps: p < breakdown };
}

// %% wrong confusion: 1/(1 + φ/ψ) turned over by 1/x, which fails at ψ = 0 -> strict verifiers
function judge(table: Trial, p: number) {
  const right = table.rightKept + table.rightDropped;
  const wrong = table.wrongKept + table.wrongDropped;
  if (right === 0 || wrong === 0) throw new RangeError("no trial");
  const [phi, psi] = [table.rightKept / right, table.wrongKept / wrong];
  if (phi + psi === 0) throw new RangeError("nothing was kept");
  const ratio = phi / psi; // no number without wrong ones kept
  const breakdown = ratio / (1 + ratio);
  return { breakdown, wrongAmongKept: (p * psi) / (p * psi + (1 - p) * phi), helps: p < breakdown };
}

// %% solution fair-filter
// A threshold of its own for each kind, where 6 % of the correct ones lie below: room for the luck of the new data.
function filterFor(labelled: Scored[]): (rare: boolean, score: number) => boolean {
  const threshold = (rare: boolean) =>
    quantile(
      labelled.filter((s) => s.right && s.rare === rare).map(({ score }) => score),
      0.06,
    );
  const [forRare, forCommon] = [threshold(true), threshold(false)];
  return (rare, score) => score >= (rare ? forRare : forCommon);
}

// %% hidden fair-filter: common statements
/** What a filter learned from ten thousand does on twenty thousand others. */
const onTrial = (program: { shift: number; scale: number }, name: string) =>
  shown20k(
    filterFor(scoredBy(program, 10_000, seeded(141).split(name).split("trial"))),
    program,
    seeded(141).split(name).split("new"),
  );
{
  const result = onTrial({ shift: -2, scale: 1 }, "common");
  check("at least 90 % of the correct common ones are kept", result.commonKept >= 0.9, true, {
    hint: `it keeps ${short(result.commonKept)} of them`,
  });
}

// %% hidden fair-filter: another scale
{
  const result = onTrial({ shift: -2, scale: 10 }, "scale");
  check("scores ten times as large: correct rare ones kept", result.rareKept >= 0.9, true, {
    hint: `it keeps ${short(result.rareKept)} of them; find the thresholds in the labelled data`,
  });
  check("scores ten times as large: few wrong ones", result.wrong <= 0.05, true, {
    hint: `it keeps a share of ${short(result.wrong)}; find the thresholds in the labelled data`,
  });
}

// %% hidden fair-filter: a program that flatters rare things
{
  const result = onTrial({ shift: 2.5, scale: 1 }, "flatters");
  check("rare ones scored higher: few wrong ones", result.wrong <= 0.05, true, {
    hint: `it keeps a share of ${short(result.wrong)} of wrong ones`,
  });
  check("rare ones scored higher: correct rare ones kept", result.rareKept >= 0.9, true, {
    hint: `it keeps ${short(result.rareKept)} of them`,
  });
  check("rare ones scored higher: correct common ones kept", result.commonKept >= 0.9, true, {
    hint: `it keeps ${short(result.commonKept)} of them`,
  });
}

// %% hidden fair-filter: rare things, scored lower
{
  const result = onTrial({ shift: -2, scale: 1 }, "lower");
  check("rare ones scored lower: correct rare ones kept", result.rareKept >= 0.9, true, {
    hint: `it keeps ${short(result.rareKept)} of them`,
  });
  check("rare ones scored lower: few wrong ones", result.wrong <= 0.05, true, {
    hint: `it keeps a share of ${short(result.wrong)} of wrong ones`,
  });
}

// %% wrong fair-filter: one threshold, strict enough -> rare things, scored lower
function filterFor(labelled: Scored[]): (rare: boolean, score: number) => boolean {
  const threshold = quantile(
    labelled.filter(({ right }) => right).map(({ score }) => score),
    0.1,
  );
  return (_rare, score) => score >= threshold;
}

// %% wrong fair-filter: one threshold, mild enough for the rare ones -> rare things, scored lower
function filterFor(labelled: Scored[]): (rare: boolean, score: number) => boolean {
  const threshold = quantile(
    labelled.filter(({ rare, right }) => rare && right).map(({ score }) => score),
    0.06,
  );
  return (_rare, score) => score >= threshold;
}

// %% wrong fair-filter: thresholds of the chapter's program, by hand -> another scale
function filterFor(_labelled: Scored[]): (rare: boolean, score: number) => boolean {
  return (rare, score) => score >= (rare ? -1.86 : 0.14);
}

// %% wrong fair-filter: only rare statements are kept -> common statements; visible
function filterFor(labelled: Scored[]): (rare: boolean, score: number) => boolean {
  const threshold = quantile(
    labelled.filter(({ rare, right }) => rare && right).map(({ score }) => score),
    0.06,
  );
  return (rare, score) => rare && score >= threshold;
}

// %% wrong fair-filter: every rare statement is kept, and the common ones are filtered -> rare things, scored lower
function filterFor(labelled: Scored[]): (rare: boolean, score: number) => boolean {
  const threshold = quantile(
    labelled.filter(({ rare, right }) => !rare && right).map(({ score }) => score),
    0.06,
  );
  return (rare, score) => rare || score >= threshold;
}
