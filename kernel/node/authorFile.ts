const kernelFolder = new URL("../", import.meta.url).href;

/** Whether a URL is a file of the author's own: no installed package, and none of this kernel. */
export const isAuthorFile = (url: string): boolean =>
  url.startsWith("file:") && !url.includes("/node_modules/") && !url.startsWith(kernelFolder);

/** A file's URL without what stands behind a `?`: the version under which it was loaded. */
export const withoutVersion = (url: string): string => url.replace(/\?.*$/s, "");
