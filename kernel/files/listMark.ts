import type { FolderMark } from "./folderMark.ts";

/**
 * A mark that names its maker and lists the files: all that most makers have to say of a folder.
 *
 * @param maker who makes such folders, for messages: "genloss book"
 * @param file the mark's name in the folder
 * @param advice what to type when the folder is somebody else's
 */
export function listMark(maker: string, file: string, advice: string): FolderMark {
  return {
    ...{ maker, advice, file },
    text: (files) => `${JSON.stringify({ maker, files }, null, 1)}\n`,
    paths(text) {
      try {
        const { maker: whose, files } = JSON.parse(text) as { maker?: unknown; files?: unknown };
        const isOurs =
          whose === maker && Array.isArray(files) && files.every((path) => typeof path === "string");
        return isOurs ? (files as string[]) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
