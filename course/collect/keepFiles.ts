import { Readable } from "node:stream";
import type { AttemptFile } from "../gradebook/attempt.ts";
import type { ContentStore, Stored } from "../store/contentStore.ts";
import type { HandedFile } from "./handedFile.ts";
import type { HandIn } from "./handIn.ts";

/**
 * Puts all bytes of a hand-in into the store, before anything reads them. What cannot be taken out of a zip has a
 * problem, and the zip is kept in its place.
 *
 * @param most bytes of one file taken out of a zip, whatever it declares
 */
export async function keepFiles(
  { files, container }: HandIn,
  store: ContentStore,
  most: number,
): Promise<AttemptFile[]> {
  const kept: AttemptFile[] = [];
  for (const { name, file } of files) {
    const { stored, problem } = await keep(file, container, store, most);
    kept.push({ name: uniqueName(name, kept), notebook: null, ...stored, problem });
  }
  return kept;
}

async function keep(
  file: HandedFile,
  container: HandedFile | undefined,
  store: ContentStore,
  most: number,
): Promise<{ readonly stored: Stored; readonly problem: string | null }> {
  try {
    const stored = await store.keep(await file.open(), container ? most : undefined);
    return { stored, problem: file.problem };
  } catch (error) {
    // A full disk is nobody's fault but ours: what is not kept must not look as if it were.
    if (/^(?:ENOSPC|EDQUOT|EROFS)$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    const stored = await store.keep(container ? await container.open() : Readable.from([]));
    return { stored, problem: file.problem ?? `it cannot be read: ${(error as Error).message}` };
  }
}

/** Two files of one name, as in a zip that holds one twice: both are kept. */
export function uniqueName(name: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map((other) => other.name));
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = name.replace(/(\.[^./]+)?$/, ` (${count})$1`);
  return unique;
}
