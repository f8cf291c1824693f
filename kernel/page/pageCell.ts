import type { PortableCell } from "../compile/portableCell.ts";

/** A cell, and what the build has made of it, if it has. */
export interface PageCell {
  readonly id: string;
  readonly source: string;
  readonly compiled?: PortableCell;
  /** Of its steered figures one setting is enough. */
  readonly isLive?: boolean;
}

/** A figure, drawn as a reader wishes it. */
export interface LiveDrawing {
  readonly svg: string;
  /** What it shows, in a sentence. */
  readonly description: string;
}
