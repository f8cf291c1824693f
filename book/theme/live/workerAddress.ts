import { textOf } from "./texts.ts";

/**
 * Where the cells' worker starts from: its file, whose policy is its own; from a folder, where no worker may start from a file, a
 * blob of the same text.
 *
 * @param folder where the scripts stand, with a slash at its end
 */
export async function workerAddress(folder: string, name: string): Promise<string> {
  if (location.protocol !== "file:") return new URL(folder + name, location.href).href;
  const text = await textOf(folder + name, name);
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
