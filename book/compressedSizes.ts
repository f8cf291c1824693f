import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import { contentHash } from "./cache.ts";

/** What files take compressed. Measuring takes longer than all else that is done with a file that has not changed. */
export interface CompressedSizes {
  /** @param level of gzip, 1 to 9 @returns bytes */
  of(content: string | Buffer, level: number): number;
  /** Measures these on other threads, so that `of` knows them. */
  learn(contents: Iterable<string | Buffer>, level: number): Promise<void>;
  /** Those that were asked for, to start the next build with. */
  known(): Record<string, number>;
}

/** Name of what compresses, for cache keys. */
export const compressorVersion: string = process.versions.zlib ?? process.version;

const compressed = promisify(gzip) as (
  content: string | Buffer,
  options: { level: number },
) => Promise<Buffer>;

/** @param known sizes of an earlier build */
export function compressedSizes(known: Readonly<Record<string, number>> = {}): CompressedSizes {
  const used: Record<string, number> = {};
  // Several rules ask for the same files.
  const digests = new Map<string | Buffer, string>();
  const keyOf = (content: string | Buffer, level: number): string => {
    const digest = digests.get(content) ?? contentHash(content);
    digests.set(content, digest);
    return `${digest}-${level}`;
  };
  return {
    of(content, level) {
      const key = keyOf(content, level);
      used[key] ??= known[key] ?? gzipSync(content, { level }).length;
      return used[key];
    },
    async learn(contents, level) {
      const each = [...contents].map(async (content) => {
        const key = keyOf(content, level);
        used[key] ??= known[key] ?? (await compressed(content, { level })).length;
      });
      await Promise.all(each);
    },
    known: () => used,
  };
}
