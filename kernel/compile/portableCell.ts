import type { CompiledCell } from "./compileCell.ts";

/** A column of compiled code, from 0, and the place in the cell, from 1, if it stands for one. */
type Place = readonly [column: number, line?: number, sourceColumn?: number];

/** Of one line of compiled code, by column. */
export type PlacesOfLine = readonly Place[];

/** A compiled cell that can be sent to another process. */
export interface PortableCell extends Pick<CompiledCell, "code" | "entry"> {
  readonly declared: readonly (readonly [name: string, kind: string])[];
  readonly places: readonly PlacesOfLine[];
}

/** @example packCell(compileCell("1 + 1")).entry // => "$cell" */
export function packCell({ code, entry, declared, places }: CompiledCell): PortableCell {
  return { code, entry, declared: [...declared], places: places() };
}

/** @example unpackCell(packCell(compileCell("1 + 1"))).position(1, 1) // => undefined */
export function unpackCell({ code, entry, declared, places }: PortableCell): CompiledCell {
  return {
    code,
    entry,
    declared: new Map(declared) as CompiledCell["declared"],
    places: () => places,
    position(line, column) {
      const found = placeAt(places[line - 1] ?? [], column - 1);
      return found?.[1] === undefined ? undefined : { line: found[1], column: found[2]! };
    },
  };
}

/** The first that begins at the column, else the last before it. */
const placeAt = (places: PlacesOfLine, column: number): Place | undefined =>
  places.find(([begin]) => begin === column) ?? places.findLast(([begin]) => begin < column);
