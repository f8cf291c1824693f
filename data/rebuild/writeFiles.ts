import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";

/** Writes data files beside a rebuild script and prints what their README states. */
export async function writeFiles(script: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, content] of files) {
    await writeFile(new URL(name, script), content);
    const sha256 = createHash("sha256").update(content).digest("hex");
    console.log(`${name}  ${Buffer.byteLength(content)} bytes  sha256 ${sha256}`);
  }
}
