import { createHash } from "node:crypto";
import {
  binomial,
  categorical,
  drawMany,
  fillNormal,
  gamma,
  gaussian,
  manyLoops,
  mmd2,
  multinomial,
  poisson,
  replace,
  resample,
  seeded,
  TokenCounts,
  unigram,
  unigramCounts,
  vendiOfPoints,
  zipfProbabilities,
} from "generation-loss";

/** Least sizes, those around where WebAssembly begins, where a table begins, and where a batch is full. */
const sizes = [1, 2, 15, 16, 17, 255, 256, 257, 4095, 4096, 4097, 9001];

/**
 * What comes of loops that have a way in WebAssembly: a digest of the bytes of each, and the number that the stream gives
 * next.
 */
export function drawn(): Record<string, string> {
  const found: Record<string, string> = {};
  const rng = seeded(7);
  const note = (name: string, values: { buffer: ArrayBufferLike }) => {
    const digest = createHash("sha256").update(new Uint8Array(values.buffer)).digest("hex").slice(0, 16);
    found[name] = `${digest} ${rng.next()}`;
  };
  for (const n of sizes) {
    note(`normal, ${n}`, fillNormal(new Float64Array(n), 1.5, 2.25, rng));
    for (const shape of [0.01, 0.9, 1, 2, 50, 1e6, 1e15])
      note(`gamma ${shape}, ${n}`, drawMany(gamma({ shape, scale: 1.7 }), n, rng));
    for (const mean of [0.5, 10, 10.5, 20, 1e4, 1e9, 1e14])
      note(`poisson ${mean}, ${n}`, drawMany(poisson({ mean }), n, rng));
    for (const [trials, p] of [
      [10, 0.3],
      [60, 0.5],
      [61, 0.5],
      [1000, 0.5],
      [1000, 0.97],
      [1e6, 0.3],
      [1e15, 0.25],
    ] as const)
      note(`binomial ${trials} × ${p}, ${n}`, drawMany(binomial({ trials, p }), n, rng));
    for (const size of [1, 7, 65536, 2 ** 21, 2 ** 21 + 1])
      note(
        `resample ${size}, ${n}`,
        resample(
          new Float64Array(size).map((_, i) => i),
          n,
          rng,
        ),
      );
    const weights = zipfProbabilities({ exponent: 1, types: 777 });
    note(`categorical, ${n}`, drawMany(categorical(weights), n, rng));
    for (const exponent of [0, 1, 2]) {
      const draw = multinomial({ trials: 40 * n, weights: zipfProbabilities({ exponent, types: 300 }) });
      note(`multinomial ${exponent}, ${n}`, draw(rng));
      note(`multinomial ${exponent}, ${n}, again`, draw(rng));
    }
  }
  // One or two heavy categories: a chance above ½, then weights of 0, equal ones, and more than there is room for.
  for (const [name, weights] of Object.entries({
    "one heavy": [1e9, 1, 1, 0, 3],
    zeros: [0, 0, 5, 0],
    equal: new Array(50).fill(1),
    many: new Array(70_000).fill(1),
  }))
    note(`multinomial, ${name}`, multinomial({ trials: 100_000, weights })(rng));
  // Two bells in turn, so that each finds the other's table.
  const [a, b] = [binomial({ trials: 900, p: 0.4 }), poisson({ mean: 33 })];
  for (const n of [300, 20, 300, 20])
    for (const [i, bell] of [a, b].entries()) note(`in turn ${i}, ${n}`, drawMany(bell, n, rng));

  const counts = Uint32Array.from({ length: 500 }, (_, i) => Math.floor(3000 / (i + 1)));
  const text = Uint32Array.from({ length: 20_001 }, (_, i) => Math.floor(500 / (1 + ((i * 7919) % 500))));
  const read = {
    first: (turn: { model: { parameters: { counts: Uint32Array } } }) => turn.model.parameters.counts[0]!,
  };
  const common = { regime: replace(), generations: 9, runs: 3, rng };
  const pooled = (runs: Float64Array[]) => Float64Array.from(runs.flatMap((each) => [...each]));
  const words = manyLoops({ ...common, family: unigram({ vocabularySize: 501 }), data: text, read });
  note("unigram loops", pooled(words.first));
  const data = TokenCounts.of(counts);
  const numbers = manyLoops({ ...common, family: unigramCounts({ vocabularySize: 500 }), data, read });
  note("unigram loops on counts", pooled(numbers.first));
  const family = gaussian({ ddof: 1 });
  const start = family.known({ mean: 0, sd: 1 });
  const sds = manyLoops({
    ...common,
    family,
    start,
    size: 100,
    read: { sd: ({ model }) => model.parameters.sd },
  });
  note("Gaussian loops", pooled(sds.sd));

  const cloud = (n: number) => Array.from({ length: n }, () => fillNormal(new Float64Array(3), 0, 1, rng));
  const [xs, ys] = [cloud(101), cloud(77)];
  found.mmd2 = String(mmd2(xs, ys, { lengthScale: 1, biased: false }));
  found.vendi = String(vendiOfPoints(xs, { kernel: (x, y) => Math.exp(-Math.abs(x[0]! - y[0]!)) }));
  return found;
}
