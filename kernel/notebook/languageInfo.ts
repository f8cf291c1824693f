import type { Notebook } from "./notebook.ts";

/** What a notebook says of its language, so that converters need no kernel to ask: scripts end in `.ts`. */
export const languageInfo = {
  file_extension: ".ts",
  mimetype: "application/typescript",
  name: "typescript",
} as const;

/** A notebook of TypeScript cells that says so in full; what it says already stays. */
export function withLanguageInfo<N extends Pick<Notebook, "metadata">>(notebook: N): N {
  const { language_info: own } = notebook.metadata as { language_info?: { name?: unknown } | null };
  const name = own?.name ?? languageInfo.name;
  if (name !== languageInfo.name) return notebook;
  return { ...notebook, metadata: { ...notebook.metadata, language_info: { ...languageInfo, ...own } } };
}
