import type { FolderMark } from "../../kernel/files/folderMark.ts";

const maker = "genloss course repair";

/** How a folder of mended notebooks is told from another. */
export const repairMark: FolderMark = {
  maker,
  advice: "-o with another folder",
  file: ".genloss-repair.json",
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
