import { execFileSync } from "node:child_process";

/** Source files below a folder that git knows or would add, as paths from the root. */
export function sourceFiles(root: string, folder: string): string[] {
  return execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder], {
    cwd: root,
  })
    .toString()
    .split("\0")
    .filter((file) => /\.(?:ts|mjs|ipynb)$/.test(file));
}
