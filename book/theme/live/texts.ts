const place = globalThis as { genlossTexts?: Record<string, string> };
const coming = new Map<string, Promise<void>>();

/** The text that a script beside the page holds under a name. @throws {Error} if it cannot be loaded; the next ask tries again */
export async function textOf(address: string, name: string): Promise<string> {
  const begun = coming.get(address) ?? loadScript(address);
  coming.set(address, begun);
  await begun.catch((error: unknown) => {
    coming.delete(address);
    throw error;
  });
  const text = place.genlossTexts?.[name];
  if (text === undefined) throw new Error(`${address} does not hold ${name}`);
  return text;
}

/** A page opened from a folder may load scripts and nothing else. */
const loadScript = (source: string): Promise<void> =>
  new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => done();
    script.onerror = () => fail(new Error(`Cannot load ${source}`));
    document.head.append(script);
  });
