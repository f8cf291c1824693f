/** A ratio that was taken several times. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The most that ours may take, as a part of what Deno's kernel takes. */
export const bars: Readonly<Record<string, number>> = {
  "launch to first result": 0.75,
  "notebook: 1+1, the same text": 1,
  "notebook: an expression, another each time": 1,
  "notebook: a declaring cell, 1–20": 1.2,
  "notebook: a declaring cell, 81–100": 1.2,
  "program: 1+1, the same text": 1,
  "program: an expression, another each time": 1,
  "program: a declaring cell, 101–120": 1.2,
  "program: a declaring cell, 181–200": 1.2,
  "memory with types": 1,
  "memory after 400 cells": 1,
  "memory, nothing asked for a while": 0.5,
};

/** Ours divided by a peer's, round by round, where both have a number. */
export function perRound(
  ours: readonly (number | string)[],
  peers: readonly (number | string)[],
): readonly number[] {
  return ours.flatMap((value, round) => {
    const peer = peers[round];
    return typeof value === "number" && typeof peer === "number" ? [value / peer] : [];
  });
}

/** Middle and ends of some ratios; undefined where there are none. */
export function ratioOf(ratios: readonly number[]): Ratio | undefined {
  const sorted = [...ratios].sort((a, b) => a - b);
  const [median, least, most] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)];
  if (median === undefined || least === undefined || most === undefined) return undefined;
  return { median, least, most };
}

/** A ratio with its spread, as the table has it. */
export const words = ({ median, least, most }: Ratio): string =>
  `${median.toFixed(2)} [${least.toFixed(2)}–${most.toFixed(2)}]`;
