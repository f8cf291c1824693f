import type { PortableCell } from "../compile/portableCell.ts";

/** A cell, and what the build has made of it, if it has. */
export interface PageCell {
  readonly id: string;
  readonly source: string;
  readonly compiled?: PortableCell;
}
