import { createHash } from "node:crypto";
import type { FolderMark } from "../../kernel/files/folderMark.ts";

const maker = "genloss course release";

/** How a released folder is told from another; with the checksums of what students had, by path. */
export function releaseMark(made: ReadonlyMap<string, string | Buffer> = new Map()): FolderMark {
  return {
    maker,
    advice: "to move that folder away",
    file: ".genloss-release.json",
    text(paths) {
      const files = Object.fromEntries(
        paths.map((path) => {
          const content = made.get(path);
          return [path, content === undefined ? "" : createHash("sha256").update(content).digest("hex")];
        }),
      );
      return `${JSON.stringify({ maker, files }, null, 1)}\n`;
    },
    paths(text) {
      try {
        const mark = JSON.parse(text);
        return mark.maker === maker && typeof mark.files === "object" ? Object.keys(mark.files) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
