import { zipSync } from "fflate";

/**
 * An archive of a type that its first entry names, not compressed, so that the type is found in the first bytes of the file.
 * Times are the archive's first day everywhere, and the same entries give the same bytes.
 */
export function zipBytes(type: string, entries: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  // Archives know no time zone: this is midnight in each.
  const mtime = new Date(1980, 0, 1);
  const files: Parameters<typeof zipSync>[0] = { mimetype: [Buffer.from(type), { level: 0, mtime }] };
  for (const [path, bytes] of entries) {
    // Pictures are compressed already.
    const level = path.endsWith(".png") ? 0 : 9;
    files[path] = [typeof bytes === "string" ? Buffer.from(bytes) : bytes, { level, mtime }];
  }
  return zipSync(files);
}
