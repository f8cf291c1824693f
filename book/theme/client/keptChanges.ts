/**
 * What a reader has made of cells, kept on this device and nowhere else. The name of the page is part of the key: a browser
 * may share one store among all files of a disk.
 */
const keyOf = (id: string): string => `generation-loss ${location.pathname} ${id}`;

/** @param given the book's cell, for which the change was made: for another one it is not shown, and stays */
export function keptChange(id: string, given: string): string | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null") as {
      given: string;
      source: string;
    } | null;
    return kept?.given === given ? kept.source : undefined;
  } catch {
    return undefined; // a browser may refuse, and something else may stand there
  }
}

/** Forgets it where it is the book's own. */
export function keepChange(id: string, given: string, source: string): void {
  try {
    if (source === given) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify({ given, source }));
  } catch {
    // It is kept as long as the page is open.
  }
}
