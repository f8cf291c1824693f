import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cache, contentHash } from "../cache.ts";
import type { CompressedSizes } from "../compressedSizes.ts";
import { bundleLive } from "./bundleLive.ts";
import type { ChapterTypes } from "./chapterTypes.ts";
import { registered } from "./registered.ts";
import { sharedEditor } from "./sharedEditor.ts";
import { workerFile } from "./workerFile.ts";

/** What gives editors their types. */
export interface BuiltTypes {
  /** By name. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of what it was bundled from. */
  readonly inputs: readonly string[];
  /** What a chapter's editors load. @param specifiers that its cells may import */
  of(specifiers: readonly string[]): ChapterTypes;
}

/**
 * TypeScript for a page's editors, and the types of what cells import.
 *
 * @param sources a digest of what all of it is made of
 */
export async function buildTypes(
  root: string,
  specifiers: readonly string[],
  sources: string,
  cache: Cache,
  sizes: CompressedSizes,
): Promise<BuiltTypes> {
  const files = new Map<string, string>();
  const add = (stem: string, text: string, asFile: (name: string, text: string) => string): string => {
    const name = `${stem}.${contentHash(text, 8)}.js`;
    files.set(name, asFile(name, text));
    return name;
  };
  const types = await cache.remember("live-types", [sources, specifiers], async () => {
    // TypeScript and esbuild are loaded by who needs them: they are half of what a build loads.
    const { collectTypes } = await import("../../kernel/pageBuild/collectTypes.ts");
    const { inputs, ...rest } = collectTypes(specifiers, join(root, "notebooks"));
    return { ...rest, inputs: inputs.map((path) => relative(root, path)) };
  });
  const worker = add(
    "types-worker",
    await cache.remember("live-types-worker", sources, async () => {
      const { buildTypeWorker } = await import("../../kernel/pageBuild/buildTypeWorker.ts");
      return buildTypeWorker();
    }),
    workerFile,
  );
  const { text, from } = await bundleLive(
    [fileURLToPath(new URL("../theme/live/types/types.ts", import.meta.url))],
    cache,
    [sharedEditor],
  );
  const measured = new Map<string, number>();
  const bytesOf = (name: string): number => {
    const bytes = measured.get(name) ?? sizes.of(files.get(name) ?? "", 6);
    measured.set(name, bytes);
    return bytes;
  };
  const program = add("types", text, (_, text) => text);
  const packs = new Map(
    Object.entries(types.packs).map(([name, pack]) => [
      name,
      add(`types-${name.replaceAll(/[^\w.-]+/g, "-").replace(/^-/, "")}`, JSON.stringify(pack), registered),
    ]),
  );
  return {
    files,
    inputs: [...types.inputs.map((path) => resolve(root, path)), ...from],
    of(held) {
      const names = new Set(["", ...held].flatMap((specifier) => types.needs[specifier] ?? []));
      const own = [...names].sort().map((name) => packs.get(name)!);
      const entries = Object.fromEntries(
        Object.entries(types.entries).filter(([name]) => held.includes(name)),
      );
      const loads = [program, worker, ...own];
      return {
        ...{ program, worker, packs: own },
        table: { options: types.options, entries, held: [...held] },
        bytes: loads.reduce((sum, name) => sum + bytesOf(name), 0),
      };
    },
  };
}
