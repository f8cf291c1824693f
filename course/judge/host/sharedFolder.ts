import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A folder whose files every user of the machine may read, as the users do that answers run as, and we alone may write.
 * Nothing of an instructor's or a student's goes there.
 *
 * @throws {Error} if somebody else has made it, or others may write there
 */
export function sharedFolder(name: string, parent: string = tmpdir()): string {
  const folder = join(parent, `${name}-${process.getuid?.() ?? "user"}`);
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
  const { uid, mode } = lstatSync(folder);
  const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
  if (isOurs && (mode & 0o170000) === 0o040000) return folder;
  throw new Error(
    `Cannot keep programs in ${folder}: it must be a folder that only you may write, got another one`,
  );
}
