const key = (root: string): string => `offline ${new URL(root).pathname}`;

/** Whether the reader wants the book on this device: as said here, else unless the browser is to save data. */
export function isWanted(root: string): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  try {
    const said = localStorage.getItem(key(root));
    if (said) return said === "yes";
  } catch {
    // A browser may refuse.
  }
  return !connection?.saveData;
}

export function setWanted(root: string, isWanted: boolean): void {
  try {
    localStorage.setItem(key(root), isWanted ? "yes" : "no");
  } catch {
    // It holds for this page.
  }
}
