import type { Address } from "./address.ts";
import { firstYears, lastYear } from "./windows.ts";

export type { Address } from "./address.ts";

/** The addresses of twenty years. */
export interface Window {
  /** First and last year, both in the window. */
  readonly from: number;
  readonly to: number;
  /** By year; of two in one year, by president. */
  readonly addresses: readonly Address[];
  /** The addresses one after the other, an empty line between them. */
  readonly text: string;
}

/**
 * Loads the State of the Union addresses (1790–2021; public domain) in windows of twenty years: 1790–1809, …,
 * 2010–2021. Whole windows, those that hold a year of the range. Works in Node and in a page's bundle: each window is
 * a JSON module of its own, 0.3 to 2.0 MB, and only those asked for are loaded; all twelve are 10.8 MB (3.6 MB
 * compressed). A window is the same frozen object every time.
 *
 * @param options.from,options.to years, 1790 to 2021. Default all
 * @returns windows in the order of years; see {@link Window}
 * @throws {RangeError} if from or to is no year from 1790 to 2021, or from is after to
 * @see Peters, Woolley, The American Presidency Project, https://www.presidency.ucsb.edu — chapter 12
 * @example (await stateOfTheUnion({ from: 1790, to: 1829 })).map(({ from, to }) => `${from}–${to}`) // => ["1790–1809", "1810–1829"]
 */
export async function stateOfTheUnion({ from = 1790, to = 2021 }: Range = {}): Promise<readonly Window[]> {
  for (const [name, year] of Object.entries({ from, to })) {
    if (!Number.isInteger(year) || year < 1790 || year > 2021) {
      throw new RangeError(`Cannot load addresses: ${name} must be a year from 1790 to 2021, got ${year}`);
    }
  }
  if (from > to)
    throw new RangeError(`Cannot load addresses: from must not be after to, got ${from} > ${to}`);
  const wanted = firstYears.filter((first) => first <= to && lastYear(first) >= from);
  return Promise.all(wanted.map(load));
}

interface Range {
  readonly from?: number;
  readonly to?: number;
}

const loaded = new Map<number, Window>();

async function load(first: number): Promise<Window> {
  const { default: addresses } = await modules[first as keyof typeof modules]();
  const window = loaded.get(first) ?? arrange(first, addresses);
  loaded.set(first, window);
  return window;
}

// Written out, so that a bundler sees twelve files.
const modules = {
  1790: () => import("./1790.json", { with: { type: "json" } }),
  1810: () => import("./1810.json", { with: { type: "json" } }),
  1830: () => import("./1830.json", { with: { type: "json" } }),
  1850: () => import("./1850.json", { with: { type: "json" } }),
  1870: () => import("./1870.json", { with: { type: "json" } }),
  1890: () => import("./1890.json", { with: { type: "json" } }),
  1910: () => import("./1910.json", { with: { type: "json" } }),
  1930: () => import("./1930.json", { with: { type: "json" } }),
  1950: () => import("./1950.json", { with: { type: "json" } }),
  1970: () => import("./1970.json", { with: { type: "json" } }),
  1990: () => import("./1990.json", { with: { type: "json" } }),
  2010: () => import("./2010.json", { with: { type: "json" } }),
};

function arrange(from: number, addresses: readonly Address[]): Window {
  for (const address of addresses) Object.freeze(address);
  const text = addresses.map((address) => address.text).join("\n\n");
  return Object.freeze({ from, to: lastYear(from), addresses: Object.freeze(addresses), text });
}
