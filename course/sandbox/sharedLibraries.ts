import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * What a program needs of the machine to start: its shared libraries as `ldd` names them, in glibc's form and in musl's,
 * or, where there is no `ldd`, the folders that hold them.
 */
export function sharedLibraries(program: string): readonly string[] {
  const { status, stdout } = spawnSync("ldd", [program], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "" },
  });
  if (status !== 0 || typeof stdout !== "string")
    return ["/lib", "/lib64", "/usr/lib", "/usr/lib64"].filter((folder) => existsSync(folder));
  // "libm.so.6 => /lib/libm.so.6 (0x…)", and for the loader "/lib64/ld-linux-x86-64.so.2 (0x…)"; vdso has no file.
  const paths = stdout
    .split("\n")
    .map((line) => /^\s*(?:\S+ => )?(\/.+) \(0x[0-9a-f]+\)$/.exec(line)?.[1])
    .filter((path) => path !== undefined);
  return [...new Set(paths)];
}
