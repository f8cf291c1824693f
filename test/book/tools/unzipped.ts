import { unzipSync } from "fflate";

/** The files of an archive by their paths, as text. */
export const unzipped = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, entry]) => [path, Buffer.from(entry).toString("utf8")]),
  );
