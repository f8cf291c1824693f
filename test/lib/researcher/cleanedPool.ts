import {
  addAlpha,
  distinctN,
  documents,
  drawMany,
  greenListWatermark,
  loop,
  ngram,
  type Regime,
  seeded,
  writeWatermarked,
  zipf,
} from "generation-loss";

/** One generation: what the detector dropped of either kind, and how varied the model's writing is. */
export interface Cleaned {
  generation: number;
  droppedHuman: number;
  droppedMachine: number;
  distinct: number;
}

const vocabularySize = 60;
const length = 80;
const types = zipf({ exponent: 0.7, types: vocabularySize });
const watermark = greenListWatermark({ key: 11, greenShare: 0.5, bias: 4, contextWidth: 1 });

/** Documents from people and from models that all mark what they write; what the detector finds is dropped. */
export function cleanedPool(
  log: (line: string) => void,
  options: { seed: number; generations: number; size: number },
): Cleaned[] {
  const rng = seeded(options.seed);
  const isMarked = (text: Uint32Array) => watermark.detect(text, { repeats: "once" }).z > 4;
  const family = documents({
    family: ngram({ order: 2, vocabularySize, smoothing: addAlpha({ alpha: 0.1 }) }),
    length,
    write: ({ distribution }, count, stream) =>
      writeWatermarked({ watermark, distribution, prompt: [], length: count, rng: stream }),
  });
  const human = Array.from({ length: options.size }, (_, i) =>
    Uint32Array.from(drawMany(types, length, rng.split("human").split(i))),
  );
  const dropped = [{ human: 0, machine: 0 }];
  const regime: Regime<Uint32Array[]> = {
    name: "human and machine, cleaned",
    next({ real, synthetic, size }) {
      const people = real ?? [];
      const written = synthetic(size);
      const keptPeople = people.filter((text) => !isMarked(text));
      const keptWritten = written.filter((text) => !isMarked(text));
      dropped.push({
        human: 1 - keptPeople.length / people.length,
        machine: 1 - keptWritten.length / written.length,
      });
      return [...keptPeople, ...keptWritten];
    },
  };
  const results: Cleaned[] = [];
  for (const { generation, model } of loop({
    family,
    data: human,
    regime,
    generations: options.generations,
    rng: rng.split("loop"),
  })) {
    const texts = model.sample(options.size, rng.split("read").split(generation));
    const { human: droppedHuman, machine: droppedMachine } = dropped[generation] ?? { human: 0, machine: 0 };
    const distinct = distinctN(texts, { n: 2, pooled: true });
    results.push({ generation, droppedHuman, droppedMachine, distinct });
    log(
      `${generation}  human −${droppedHuman.toFixed(3)}  machine −${droppedMachine.toFixed(3)}  distinct-2 ${distinct.toFixed(3)}`,
    );
  }
  return results;
}
