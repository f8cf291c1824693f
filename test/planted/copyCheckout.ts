import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A copy of this checkout's files in a temporary folder, that can be spoilt. Packages of others are shared with it; our
 * own are the copy's, whoever asks for them by name.
 */
export function copyCheckout(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), "genloss-planted-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  for (const name of listed.split("\0").filter((each) => each && existsSync(join(root, each)))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(root, name), join(copy, name));
  }
  for (const place of ["node_modules", "lib/node_modules"])
    shareModules(join(root, place), join(copy, place));
  return copy;
}

/** Links each package to the one that is installed; a link to a workspace stays what it is, and means the copy's. */
function shareModules(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (name.startsWith("@")) shareModules(path, join(to, name));
    else if (lstatSync(path).isSymbolicLink()) symlinkSync(readlinkSync(path), join(to, name));
    else symlinkSync(path, join(to, name));
  }
}
