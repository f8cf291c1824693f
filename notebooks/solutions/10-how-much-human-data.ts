// Solutions, hidden tests and wrong answers of chapter 10. Each region runs as a cell after the chapter, so the chapter's
// names (check, kept, p, human, missedBy, zipfProbabilities, …) are at hand.

// %% solution boats-on-schedule
// Of N (N − 1) ordered pairs of different singers, (N − h)(N − h − 1) have both copied.
function keptOnSchedule(N: number, h: number): number {
  const copied = ((N - h) * (N - h - 1)) / (N * (N - 1));
  return ((1 - 1 / N) * (1 - copied)) / (1 - copied * (1 - 1 / N));
}

// %% hidden boats-on-schedule: as islands do
/** Year after year on islands with a ferry, and what two listeners hear in the last year, exactly in expectation. */
const ferry = (N: number, h: number): { value: number; off: number } => {
  const found = Float64Array.from({ length: 4000 }, (_, run) => {
    const own = seeded(1010).split(`${N} ${h}`).split(run);
    let songs = Array.from({ length: N }, () => own.next() < 0.5);
    for (let year = 0; year < 60; year += 1) {
      const before = songs;
      songs = before.map((_, i) => (i < h ? own.next() < 0.5 : before[Math.floor(N * own.next())]!));
    }
    const share = songs.filter(Boolean).length / N;
    return (2 * share * (1 - share)) / 0.5;
  });
  return { value: mean(found), off: standardError(found) };
};
for (const [N, h] of [[4, 1], [5, 2], [8, 1]] as const) {
  const { value, off } = ferry(N, h);
  check(`four thousand islands of ${N}, ${h} by ferry`, keptOnSchedule(N, h), value, {
    tolerance: 4 * off,
    hint: "the second of two singers is drawn from the N − 1 others",
  });
}

// %% hidden boats-on-schedule: exactly
check("five singers, two by boat", keptOnSchedule(5, 2), 14 / 19, {
  tolerance: 1e-12,
  hint: "of twenty ordered pairs, six have both copied; and two listeners may hear the same singer",
});
check("ten singers, four by boat", keptOnSchedule(10, 4), 6 / 7, { tolerance: 1e-12 });

// %% hidden boats-on-schedule: no boat, and nothing but boats
check("no boat keeps nothing", keptOnSchedule(7, 0), 0, { tolerance: 1e-12 });
check("seven by boat keep six sevenths", keptOnSchedule(7, 7), 6 / 7, {
  tolerance: 1e-12,
  hint: "two listeners may hear the same singer",
});

// %% hidden boats-on-schedule: a large island
check("a million singers, one by boat", keptOnSchedule(1e6, 1), 2 / 3, {
  tolerance: 1e-5,
  hint: "on a large island it is 2h/(1 + 2h)",
});

// %% wrong boats-on-schedule: the chapter's law, each with chance h/N -> exactly
function keptOnSchedule(N: number, h: number): number {
  return kept(N, h / N);
}

// %% wrong boats-on-schedule: the large-N rule -> exactly
function keptOnSchedule(_N: number, h: number): number {
  return (2 * h) / (1 + 2 * h);
}

// %% wrong boats-on-schedule: two different singers in place of two listeners -> no boat, and nothing but boats; visible
function keptOnSchedule(N: number, h: number): number {
  const copied = ((N - h) * (N - h - 1)) / (N * (N - 1));
  return (1 - copied) / (1 - copied * (1 - 1 / N));
}

// %% wrong boats-on-schedule: a single boat taken for two lines of descent -> a large island
function keptOnSchedule(N: number, h: number): number {
  const copied = (N - h) / N;
  return ((1 - 1 / N) * (1 - copied)) / (1 - copied * (1 - 1 / N));
}

// %% wrong boats-on-schedule: the second singer drawn from all N -> as islands do
function keptOnSchedule(N: number, h: number): number {
  const copied = ((N - h) / N) * (Math.max(N - h - 1, 0) / N);
  return ((1 - 1 / N) * (1 - copied)) / (1 - copied * (1 - 1 / N));
}

// %% solution least-share
// With x = 1 − a: target · (x + (1 − x)/N) = (1 − 1/N) x, so x = target / ((N − 1)(1 − target)); and x = 1 − (1 − m)².
function leastShare(N: number, target: number): number {
  const x = target / ((N - 1) * (1 - target));
  if (!(target >= 0 && target < 1 && x <= 1 + 1e-12)) throw new RangeError(`target is out of reach, got ${target}`);
  return x / (1 + Math.sqrt(Math.max(0, 1 - x)));
}

// %% hidden least-share: what it keeps
for (const N of [2, 3, 10, 50, 1000]) {
  for (const part of [0.01, 0.5, 0.9, 0.999]) {
    const target = part * (1 - 1 / N);
    check(`N = ${N}: kept are ${short(target)}`, kept(N, leastShare(N, target)), target, {
      tolerance: 1e-9,
      hint: "the rule 2h/(1 + 2h) is for large N",
    });
  }
}

// %% hidden least-share: very many items
for (const N of [1e6, 1e9, 1e12]) {
  for (const target of [0.5, 2 / 3, 0.95]) {
    const share = leastShare(N, target);
    const exact = target / (2 * (1 - target));
    const h = N * share;
    const x = exact / N; // 1 − √(1 − 2x·N/(N−1)) to second order, enough here
    check(`N = ${N}, target ${short(target)}: N times m`, h, exact * (1 + 1 / N) * (1 + x / 2), {
      tolerance: 3e-9 * exact,
      hint: "1 − √(1 − x) loses its digits when x is tiny: multiply by 1 + √(1 − x), above and below",
    });
  }
}

// %% hidden least-share: nothing, and all that can be had
check("nothing costs nothing", leastShare(50, 0), 0, { tolerance: 1e-15 });
check("two items: one half is all there is", leastShare(2, 1 / 2), 1, { tolerance: 1e-6 });

// %% hidden least-share: out of reach
for (const [N, target] of [[10, 0.95], [100, 0.995], [2, 0.51], [1000, 1], [1000, 1.5]] as const) {
  let refusal: unknown;
  try {
    leastShare(N, target);
  } catch (error) {
    refusal = error;
  }
  check(`N = ${N}, target ${target}: a RangeError`, refusal instanceof RangeError, true, {
    hint: "even with human data alone, 1 − 1/N is kept and no more",
  });
}

// %% wrong least-share: the rule for large N -> what it keeps
function leastShare(N: number, target: number): number {
  if (!(target >= 0 && target <= 1 - 1 / N)) throw new RangeError("out of reach");
  return Math.min(1, target / (2 * (1 - target)) / N);
}

// %% wrong least-share: a difference of nearly equal numbers -> very many items; visible
function leastShare(N: number, target: number): number {
  const x = target / ((N - 1) * (1 - target));
  if (!(target < 1 && x <= 1 + 1e-12)) throw new RangeError("out of reach");
  return 1 - Math.sqrt(Math.max(0, 1 - x));
}

// %% wrong least-share: halving an interval to a millionth -> very many items; visible
function leastShare(N: number, target: number): number {
  if (!(target < 1 && kept(N, 1) >= target - 1e-12)) throw new RangeError("out of reach");
  let [low, high] = [0, 1];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (kept(N, middle) < target) low = middle;
    else high = middle;
  }
  return high;
}

// %% wrong least-share: 1 − a taken for m -> what it keeps
function leastShare(N: number, target: number): number {
  const x = target / ((N - 1) * (1 - target));
  if (!(target < 1 && x <= 1 + 1e-12)) throw new RangeError("out of reach");
  return x;
}

// %% wrong least-share: out of reach is all human data -> out of reach; visible
function leastShare(N: number, target: number): number {
  const x = Math.min(1, target / ((N - 1) * (1 - target)));
  return x / (1 + Math.sqrt(1 - x));
}

// %% solution never-heard
// Fixed: `human` draws and no more. Fresh: `human` draws in each of the generations 0 … t.
function lostGap(p: ArrayLike<number>, budget: Budget): number {
  const { human, t, below } = budget;
  let gap = 0;
  for (let i = 0; i < p.length; i += 1) {
    if (p[i]! >= below) continue;
    gap += p[i]! * ((1 - p[i]!) ** human - (1 - p[i]!) ** (human * (t + 1)));
  }
  return gap;
}

// %% hidden never-heard: by counting
{
  const few = [0.4, 0.3, 0.2, 0.1];
  check("four words, two human words each time, generation 2", lostGap(few, { human: 2, t: 2, below: 0.25 }),
    0.2 * (0.8 ** 2 - 0.8 ** 6) + 0.1 * (0.9 ** 2 - 0.9 ** 6), {
      tolerance: 1e-12,
      hint: "a word counts with its probability, and (1 − p)ⁿ is the chance that n draws miss it",
    });
}

// %% hidden never-heard: rare words only
check("a common word is not asked for", lostGap([0.9, 0.1], { human: 3, t: 4, below: 0.05 }), 0, { tolerance: 1e-15 });
check("nor one with just that probability", lostGap([0.5, 0.5], { human: 1, t: 1, below: 0.5 }), 0, {
  tolerance: 1e-15,
  hint: "rare is below, not up to",
});

// %% hidden never-heard: at once there is no gap
check("generation 0", lostGap(p, { human: 100, t: 0, below: 1 }), 0, {
  tolerance: 1e-15,
  hint: "in generation 0 both have been shown one set",
});

// %% hidden never-heard: the words of the chapter
check("a hundred words, after ten thousand generations", lostGap(p, { human: 100, t: 10_000, below: 1 }), missedBy(100), {
  tolerance: 1e-9,
  hint: "in the end the fresh loop has heard everything",
});
check("a word that comes once in a while", lostGap(p, { human: 100, t: 9, below: 1 }), missedBy(100) - missedBy(1000), {
  tolerance: 1e-12,
});

// %% hidden never-heard: as loops do
{
  const runs = 600;
  const gaps = Float64Array.from({ length: runs }, (_, run) => {
    const heard = new Set<number>();
    let [atOnce, later] = [0, 0];
    for (let t = 0; t <= 3; t += 1) {
      for (const word of human(50, seeded(1010).split(run).split(t))) heard.add(word);
      const missing = p.reduce((sum, chance, word) => sum + (chance < 0.01 && !heard.has(word) ? chance : 0), 0);
      if (t === 0) atOnce = missing;
      later = missing;
    }
    return atOnce - later;
  });
  check("six hundred loops of four generations", lostGap(p, { human: 50, t: 3, below: 0.01 }), mean(gaps), {
    tolerance: 4 * standardError(gaps),
  });
}

// %% wrong never-heard: generation 0 forgotten -> by counting; visible
function lostGap(p: ArrayLike<number>, { human, t, below }: Budget): number {
  return Array.from(p).filter((one) => one < below)
    .reduce((gap, one) => gap + one * ((1 - one) ** human - (1 - one) ** (human * t)), 0);
}

// %% wrong never-heard: words counted, not their probability -> by counting
function lostGap(p: ArrayLike<number>, { human, t, below }: Budget): number {
  return Array.from(p).filter((one) => one < below)
    .reduce((gap, one) => gap + (1 - one) ** human - (1 - one) ** (human * (t + 1)), 0);
}

// %% wrong never-heard: all words -> rare words only
function lostGap(p: ArrayLike<number>, { human, t }: Budget): number {
  return Array.from(p)
    .reduce((gap, one) => gap + one * ((1 - one) ** human - (1 - one) ** (human * (t + 1))), 0);
}

// %% wrong never-heard: e to the −np -> by counting
function lostGap(p: ArrayLike<number>, { human, t, below }: Budget): number {
  return Array.from(p).filter((one) => one < below)
    .reduce((gap, one) => gap + one * (Math.exp(-human * one) - Math.exp(-human * (t + 1) * one)), 0);
}

// %% wrong never-heard: only what the last fresh set lacks -> the words of the chapter
function lostGap(p: ArrayLike<number>, { human, t, below }: Budget): number {
  if (t === 0) return 0;
  return Array.from(p).filter((one) => one < below)
    .reduce((gap, one) => gap + one * ((1 - one) ** human - (1 - one) ** (2 * human)), 0);
}
