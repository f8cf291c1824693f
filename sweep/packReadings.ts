import type { Readings } from "generation-loss/sweep";

/** Readings as they travel: their names, and all their numbers as bytes in the least place that JSON has for them. */
export interface PackedReadings {
  readonly names: readonly string[];
  readonly generations: number;
  readonly runs: number;
  /** Float64 of low byte first, base64: by name, generation, run. */
  readonly numbers: string;
}

/** @returns the same numbers to the last bit, in less room than as text */
export function packReadings(readings: Readings): PackedReadings {
  const names = Object.keys(readings);
  const columns = Object.values(readings).flat();
  const runs = columns[0]?.length ?? 0;
  const bytes = Buffer.alloc(columns.length * runs * 8);
  let place = 0;
  for (const column of columns) for (const value of column) place = bytes.writeDoubleLE(value, place);
  return { names, generations: columns.length / names.length, runs, numbers: bytes.toString("base64") };
}

/**
 * @throws {RangeError} if there are not as many bytes as are said
 */
export function unpackReadings({ names, generations, runs, numbers }: PackedReadings): Readings {
  const bytes = Buffer.from(numbers, "base64");
  const wanted = names.length * generations * runs * 8;
  if (bytes.length !== wanted)
    throw new RangeError(`Cannot read numbers: there must be ${wanted} bytes, got ${bytes.length}`);
  let place = 0;
  const column = (): Float64Array =>
    Float64Array.from({ length: runs }, () => {
      place += 8;
      return bytes.readDoubleLE(place - 8);
    });
  return Object.fromEntries(names.map((name) => [name, Array.from({ length: generations }, column)]));
}
