import {
  greenListWatermark,
  ngram,
  seeded,
  tournamentWatermark,
  type Watermark,
  wittenBell,
  writeWatermarked,
  zipf,
} from "generation-loss";
import { medianOf } from "../medianOf.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 16: watermarked writing by a bigram of 2 000 words, against its length";

const [vocabularySize, repeats] = [2000, 5];

/** Seconds for 1 000 and 4 000 tokens: a writer whose work per token stays needs four times as long. */
export async function bench(): Promise<{ rows: Row[] }> {
  const word = zipf({ exponent: 1, types: vocabularySize });
  const rng = seeded(1);
  const text = Uint32Array.from({ length: 20_000 }, () => word(rng));
  const { distribution } = ngram({ order: 2, vocabularySize, smoothing: wittenBell() }).fit(text);
  const seconds = (watermark: Watermark, length: number) =>
    medianOf(repeats, () => {
      const started = performance.now();
      writeWatermarked({ watermark, distribution, prompt: [], length, rng: seeded(2) });
      return (performance.now() - started) / 1000;
    });
  const marks = {
    "green list": greenListWatermark({ key: 1, greenShare: 0.5, bias: 2, contextWidth: 1 }),
    "tournament of 30 layers": tournamentWatermark({ key: 1, layers: 30, contextWidth: 4 }),
  };
  const rows = Object.entries(marks).flatMap(([name, watermark]): Row[] => {
    const [short, long] = [seconds(watermark, 1000), seconds(watermark, 4000)];
    return [
      { name: `${name}, 1 000 tokens`, value: short, unit: "s" },
      { name: "  4 000 tokens ÷ 1 000", value: long / short, unit: "×", note: "4: linear" },
    ];
  });
  return { rows };
}
