import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "../../kernel/files/writeWhole.ts";

/**
 * Writes a file that its owner alone may read, whole or not at all, in a folder that is closed to others.
 *
 * @throws {Refusal} (exit code 2) if it cannot
 */
export function writePrivate(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, text, 0o600);
}
