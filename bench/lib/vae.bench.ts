import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seeded } from "generation-loss";
import { openTensors, vae } from "generation-loss/tensor";
import { digits } from "generation-loss-data/digits";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "One epoch of a variational autoencoder, median of 12";

const epochs = 12;
const makes = [
  { name: "chapter 8: 8 × 8 digits", count: 1500, zoom: 1, hidden: 64, latent: 6, batchSize: 64 },
  { name: "24 × 24 digits, 256 units", count: 1500, zoom: 3, hidden: 256, latent: 12, batchSize: 128 },
];

/** The same network, data and batches here on each backend and in PyTorch, in one run. */
export async function bench(): Promise<{ rows: Row[] }> {
  const rows: Row[] = [];
  const { images } = await digits();
  const python = pythonWith("torch", "numpy");
  for (const { name, count, zoom, hidden, latent, batchSize } of makes) {
    const data = images.slice(0, count).map((image) => zoomed(image, zoom));
    const peer = python === undefined ? undefined : torchSeconds(python, data, [hidden, latent, batchSize]);
    rows.push({
      ...{ name: `${name}: PyTorch`, value: (peer ?? Number.NaN) * 1000, unit: "ms" },
      ...(python === undefined && { note: "not compared: no Python with torch; GENLOSS_PYTHON names one" }),
    });
    for (const backend of ["native", "wasm"] as const) {
      try {
        await openTensors({ among: [backend] });
      } catch (error) {
        rows.push({
          name: `${name}: ${backend}`,
          value: Number.NaN,
          unit: "ms",
          note: (error as Error).message,
        });
        continue;
      }
      const family = vae({ hidden, latent, epochs, batchSize, learningRate: 1e-3, writes: "means" });
      const seconds: number[] = [];
      let started = performance.now();
      await family.fitWithBreaks(data, seeded(1), () => {
        seconds.push((performance.now() - started) / 1000);
        started = performance.now();
      });
      const ours = seconds.sort((a, b) => a - b)[epochs / 2]!;
      rows.push({ name: `${name}: ${backend}`, value: ours * 1000, unit: "ms" });
      if (peer)
        rows.push({
          name: `  ${backend} ÷ PyTorch`,
          value: ours / peer,
          unit: "×",
          note: "below 1: ours is faster",
        });
    }
  }
  return { rows };
}

/** Each pixel `zoom` times in both directions, as a share of full ink. */
function zoomed(image: Uint8Array, zoom: number): Float64Array {
  const side = 8 * zoom;
  return Float64Array.from({ length: side * side }, (_, i) => {
    const [y, x] = [Math.floor(i / side / zoom), Math.floor((i % side) / zoom)];
    return image[y * 8 + x]! / 16;
  });
}

function torchSeconds(python: string, data: readonly Float64Array[], make: readonly number[]): number {
  const folder = mkdtempSync(join(tmpdir(), "genloss-bench-"));
  try {
    const file = join(folder, "data.f32");
    writeFileSync(file, Float32Array.from(data.flatMap((row) => Array.from(row))));
    const script = fileURLToPath(new URL("./vae.py", import.meta.url));
    const args = [script, file, data.length, data[0]!.length, ...make, epochs].map(String);
    return Number(execFileSync(python, args, { stdio: ["ignore", "pipe", "inherit"] }).toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
