import type { Figure } from "../figure.ts";
import type { Domain } from "./domains.ts";
import type { Node } from "./mergeFigures.ts";

/**
 * Draws one setting while a reader waits.
 *
 * @param count how often the reader has asked for another draw
 * @param domains of the scales, as all settings of the book need them
 */
export type DrawLive = (at: Node, count: number, domains: readonly Domain[]) => Figure;

/**
 * Whoever runs the cell and can draw a figure's settings one by one, as its reader asks for them. It is given the figure,
 * and says whether that is enough: then the settings need not be computed beforehand.
 */
export function liveHost(): ((draw: DrawLive) => boolean) | undefined {
  return (globalThis as { [key: symbol]: ((draw: DrawLive) => boolean) | undefined })[
    Symbol.for("genloss.steer")
  ];
}
