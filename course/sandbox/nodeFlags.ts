import type { LaunchRequest } from "./sandbox.ts";

/**
 * Node's own flags: the heap, and permissions to read what is named and for nothing else. They do not reach `node:sqlite`,
 * which opens any file, so that goes, too.
 * @see https://nodejs.org/api/permissions.html#file-system-permissions
 */
export function nodeFlags({ limits, readable }: LaunchRequest, cache?: string): string[] {
  return [
    `--max-old-space-size=${limits.heapMegabytes}`,
    ...["--permission", "--no-experimental-sqlite"],
    ...readable.map(({ from, at }) => `--allow-fs-read=${at ?? from}`),
    // Node reads its compile cache only where it may write it, too; the mount is read-only and keeps it from that.
    ...(cache === undefined ? [] : [`--allow-fs-read=${cache}`, `--allow-fs-write=${cache}`]),
  ];
}
