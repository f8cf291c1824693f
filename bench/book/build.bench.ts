import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../book/build.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import type { Row } from "../run.ts";

export const title = "The book, from nothing and again";

/** Builds into a folder of its own with an empty cache, then again with nothing changed. */
export async function bench(): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), "book-"));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const build = async (): Promise<number> => {
    const started = performance.now();
    await buildBook({
      root,
      run: runNotebook,
      out: join(folder, "site"),
      cacheFolder: join(folder, "cache"),
    });
    return (performance.now() - started) / 1000;
  };
  try {
    const cold = await build();
    const warm = await build();
    return {
      rows: [
        { name: "cold: every chapter run", value: cold, unit: "s", note: "target below 30 s on 2 cores" },
        { name: "warm: nothing changed", value: warm, unit: "s", note: "target below 5 s" },
        { name: "cold ÷ warm", value: cold / warm, unit: "×" },
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
