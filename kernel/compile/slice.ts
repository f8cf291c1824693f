import { type CellUses, cellUses } from "./cellUses.ts";
import { Groups } from "./groups.ts";
import type { LoadTypeScript } from "./stripTypes.ts";
import { typeUses } from "./typeUses.ts";

export interface SliceCell {
  readonly id: string;
  readonly source: string;
}

/**
 * The cells that these need, themselves among them; or those that a change of these reaches. To run, a cell needs no
 * type of another; to be checked in its types, it does: `withTypes`.
 */
export type SliceOf =
  | { readonly wanted: readonly string[]; readonly withTypes?: boolean }
  | { readonly changed: readonly string[] };

/**
 * The part of a notebook that some cells stand on, or the part that stands on them, in the notebook's order: to run the
 * first alone gives what the whole notebook gives. A cell needs those that declared the names it reads, those that may
 * have changed their values since, and so on. What a name does not tell of is not seen: a random stream that several
 * cells draw from, a setting inside a package, a file.
 *
 * @param cells code cells, in order
 * @returns their ids
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 * @example slice([{ id: "a", source: "const n = 1" }, { id: "b", source: "let k = 2" }, { id: "c", source: "n" }], { wanted: ["c"] }) // => ["a", "c"]
 */
export function slice(cells: readonly SliceCell[], of: SliceOf, loadTypeScript?: LoadTypeScript): string[] {
  const uses = cells.map(({ source }) => cellUses(source, loadTypeScript));
  const ids = "wanted" in of ? of.wanted : of.changed;
  const places = ids.map((id) => {
    const place = cells.findIndex((cell) => cell.id === id);
    if (place < 0) throw new RangeError(`Cannot slice a notebook: ids must be of its code cells, got ${id}`);
    return place;
  });
  const isTyped = "wanted" in of && of.withTypes === true;
  const needs = needsIn(uses, isTyped ? typedBy(cells) : () => []);
  const chosen =
    "wanted" in of
      ? needs(places)
      : new Set([...uses.keys()].filter((place) => places.some((changed) => needs([place]).has(changed))));
  return cells.flatMap(({ id }, place) => (chosen.has(place) ? [id] : []));
}

/** A function that gives the places of the cells whose names stand in the types of one. */
function typedBy(cells: readonly SliceCell[]): (place: number) => number[] {
  const types = cells.map(({ source }) => typeUses(source));
  return (place) =>
    [...(types[place]?.uses ?? [])].flatMap((name) => {
      const newest = types.slice(0, place).findLastIndex(({ declares }) => declares.has(name));
      return newest < 0 ? [] : [newest];
    });
}

/**
 * A function that gives the places of the cells that some places need, themselves among them.
 *
 * @param typed gives those that a cell's types need
 */
function needsIn(
  uses: readonly CellUses[],
  typed: (place: number) => readonly number[],
): (places: readonly number[]) => Set<number> {
  const sharing = new Groups<string>();
  for (const { shares } of uses) for (const names of shares) sharing.join(names);
  const declarers = new Map<string, number[]>();
  for (const [place, { declares }] of uses.entries())
    for (const name of declares) declarers.set(name, [...(declarers.get(name) ?? []), place]);
  const writers = new Map<string, number[]>();
  for (const [place, written] of writesOf(uses, declarers).entries())
    for (const name of written) writers.set(name, [...(writers.get(name) ?? []), place]);

  return (places) => {
    const found = new Set<number>();
    const until = Math.max(...places);
    const open = [
      ...places,
      ...[...uses.keys()].filter((place) => place < until && uses[place]?.hasUnnamedEffect),
    ];
    const seen = new Set<string>();
    /** What a name holds when place `limit` reads it: its newest declaration, and all that changed the value since. */
    const add = (name: string, limit: number, isLater: boolean): void => {
      if (seen.has(`${name} ${limit} ${isLater}`)) return;
      seen.add(`${name} ${limit} ${isLater}`);
      const end = isLater ? until + 1 : limit;
      const before = declarers.get(name)?.filter((place) => place < end) ?? [];
      const newest = before.findLast((place) => place < limit);
      if (newest !== undefined) open.push(newest);
      open.push(...before.filter((place) => place >= limit));
      const from = newest ?? -1;
      const names = declarers.has(name) ? sharing.of(name) : [name, "globalThis"];
      for (const each of names)
        open.push(...(writers.get(each)?.filter((place) => place > from && place < end) ?? []));
    };
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (found.has(place)) continue;
      found.add(place);
      for (const name of uses[place]?.readsNow ?? []) add(name, place, false);
      for (const name of uses[place]?.readsLater ?? []) add(name, place, true);
      open.push(...typed(place));
    }
    return found;
  };
}

/** What each cell may change, through the functions of other cells that it calls too. */
function writesOf(
  uses: readonly CellUses[],
  declarers: ReadonlyMap<string, readonly number[]>,
): Set<string>[] {
  const later = uses.map(({ writesLater }) => new Set(writesLater));
  const changing = new Set(uses.flatMap(({ changesGiven }) => [...changesGiven]));
  const given = ({ gives }: CellUses): string[] =>
    [...gives].flatMap(([name, names]) => (changing.has(name) ? [...names] : []));
  const through = (names: Iterable<string>, place: number): Set<string>[] =>
    [...names]
      .flatMap((name) => declarers.get(name) ?? [])
      .flatMap((at) => (at === place ? [] : (later[at] ?? [])));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [place, { readsLater }] of uses.entries()) {
      const own = later[place] as Set<string>;
      const size = own.size;
      for (const names of through(readsLater, place)) for (const name of names) own.add(name);
      grew ||= own.size > size;
    }
  }
  return uses.map((each, place) => {
    const reached = through([...each.readsNow, ...each.readsLater], place);
    return new Set([...each.writesNow, ...given(each), ...reached.flatMap((names) => [...names])]);
  });
}
