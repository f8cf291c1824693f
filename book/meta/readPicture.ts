import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import { contentHash } from "../cache.ts";
import type { Picture } from "../edition.ts";

/** A picture of the book's, named by its content. */
export interface ReadPicture extends Picture {
  /** Its path in the site. */
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Reads a picture that `book.yml` names; undefined if it names none.
 *
 * @throws {Refusal} (exit code 2) if it is not there
 */
export async function readPicture(
  root: string,
  picture: Picture | undefined,
): Promise<ReadPicture | undefined> {
  if (!picture) return undefined;
  const bytes = await readFile(join(root, "book", picture.file)).catch((cause) => {
    throw new Refusal(`Cannot build the book: book/${picture.file}, a picture of book.yml, must exist`, 2, {
      cause,
    });
  });
  const name = picture.file.replace(/\.png$/, "");
  return { ...picture, bytes, path: `assets/${name}.${contentHash(bytes, 8)}.png` };
}
