import { createHash } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";

/** Writes data files beside a rebuild script, each at once or not at all, and prints what their README states. */
export async function writeFiles(script: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, content] of files) {
    const part = new URL(`.${name}.part`, script);
    await writeFile(part, content);
    await rename(part, new URL(name, script));
    const sha256 = createHash("sha256").update(content).digest("hex");
    console.log(`${name}  ${Buffer.byteLength(content)} bytes  sha256 ${sha256}`);
  }
}
