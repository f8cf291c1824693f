import type { FolderMark } from "../kernel/files/folderMark.ts";
import { replaceFolder } from "../kernel/files/replaceFolder.ts";

/**
 * Takes a folder that other programs then fill for us, such as pip or npm. Its mark is a package.json that they
 * need to find there anyway; it is written first, so that what a kill leaves half filled is known as ours.
 *
 * @param text the package.json, to the letter: with another one, the folder is somebody's
 * @throws {Refusal} (exit code 2) if the folder is there and not ours; then nothing in it was touched
 */
export function takeFolder(
  folder: string,
  text: string,
  { purpose, ...words }: { readonly purpose: string } & Pick<FolderMark, "maker" | "advice">,
): void {
  const mark: FolderMark = {
    ...words,
    file: "package.json",
    text: () => text,
    paths: (found) => (found === text ? [] : undefined),
  };
  replaceFolder(folder, new Map(), mark, purpose);
}
