const loading = new Map<string, Promise<void>>();

/** Loads a script once: a page opened from a folder may load scripts and nothing else. One that did not come is asked for again. */
export function loadScript(source: string): Promise<void> {
  const begun = loading.get(source) ?? load(source);
  loading.set(source, begun);
  return begun;
}

const load = (source: string): Promise<void> =>
  new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => done();
    script.onerror = () => {
      loading.delete(source);
      fail(new Error(`Cannot load ${source}`));
    };
    document.head.append(script);
  });
