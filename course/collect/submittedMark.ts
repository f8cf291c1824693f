import type { FolderMark } from "../../kernel/files/folderMark.ts";

const maker = "genloss course collect";

/** How submissions that we laid out are told from those that somebody collected otherwise. */
export const submittedMark: FolderMark = {
  maker,
  advice: "moving that folder away, or collecting it: genloss course collect submitted",
  file: ".genloss-submitted.json",
  text: (paths) => `${JSON.stringify({ maker, files: paths }, null, 1)}\n`,
  paths(text) {
    try {
      const { maker: whose, files } = JSON.parse(text) as { maker?: unknown; files?: unknown };
      const isOurs =
        whose === maker && Array.isArray(files) && files.every((file) => typeof file === "string");
      return isOurs ? (files as string[]) : undefined;
    } catch {
      return undefined;
    }
  },
};
