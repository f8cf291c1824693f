/** A change of a cell. */
interface Kept {
  /** The book's cell, for which the change was made. */
  readonly given: string;
  readonly source: string;
  /** Of an answer that passed the tests that a reader sees: see `passedDigest`. */
  readonly passed?: string;
}

/**
 * What a reader has made of cells, kept on this device and nowhere else. The name of the page is part of the key: a browser
 * may share one store among all files of a disk.
 */
const keyOf = (id: string, page = location.pathname): string => `generation-loss ${page} ${id}`;

export function readKept(id: string, page?: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id, page)) ?? "null") as Kept | null;
    return typeof kept?.source === "string" ? kept : undefined;
  } catch {
    return undefined; // a browser may refuse, and something else may stand there
  }
}

export function writeKept(id: string, kept: Kept | undefined): void {
  try {
    if (kept) localStorage.setItem(keyOf(id), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(id));
  } catch {
    // It is kept as long as the page is open.
  }
}

/** @param given the book's cell: a change of another one is not shown, and stays */
export function keptChange(id: string, given: string): string | undefined {
  const kept = readKept(id);
  return kept?.given === given ? kept.source : undefined;
}

/** Forgets it where it is the book's own. */
export function keepChange(id: string, given: string, source: string): void {
  const before = readKept(id);
  const passed = before?.given === given ? before.passed : undefined;
  writeKept(id, source === given ? undefined : { given, source, ...(passed !== undefined && { passed }) });
}

/** Keys of all that is kept for the pages beside this one: another book may lie in a folder inside. */
export function keptKeys(): string[] {
  const start = keyOf("", location.pathname.replace(/[^/]*$/, "")).trimEnd();
  try {
    return Object.keys(localStorage).filter(
      (key) => key.startsWith(start) && !key.slice(start.length).includes("/"),
    );
  } catch {
    return [];
  }
}
