/**
 * `npm run wasm`: makes `lib/wasm/NAMEBytes.ts` of each `lib/wasm/NAME.wat`. The same text gives the same bytes, which a
 * test holds; nothing optimises them, so that what is written is what runs.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import wabt from "wabt";

const folder = fileURLToPath(new URL("../../../lib/wasm/", import.meta.url));

/** The modules, by name, as text of a TypeScript file each. */
export async function wasmModules(): Promise<Record<string, string>> {
  const tools = await wabt();
  const made: Record<string, string> = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".wat")) continue;
    const name = file.slice(0, -".wat".length);
    const module = tools.parseWat(file, writtenOut(readFileSync(join(folder, file), "utf8")));
    module.validate();
    const bytes = module.toBinary({ write_debug_names: false }).buffer;
    module.destroy();
    made[`${name}Bytes.ts`] = [
      `/** WebAssembly of ${file}, ${bytes.length} bytes in base 64: made by \`npm run wasm\`. */`,
      `export const ${name}Bytes: string =`,
      `  "${Buffer.from(bytes).toString("base64")}";`,
      "",
    ].join("\n");
  }
  return made;
}

/** What draws.wat abbreviates: the generator, which has no function of its own, since its state is to stay in locals. */
function writtenOut(text: string): string {
  const state = ["a", "b", "c", "d"];
  const next = (word: string) => `
    (local.set ${word} (i32.add (i32.add (local.get $a) (local.get $b)) (local.get $d)))
    (local.set $d (i32.add (local.get $d) (i32.const 1)))
    (local.set $a (i32.xor (local.get $b) (i32.shr_u (local.get $b) (i32.const 9))))
    (local.set $b (i32.add (local.get $c) (i32.shl (local.get $c) (i32.const 3))))
    (local.set $c (i32.add (i32.rotl (local.get $c) (i32.const 21)) (local.get ${word})))`;
  return text
    .replace(/\(@word (\$\w+)\)/g, (_, word) => next(word))
    .replaceAll(
      "(@begin)",
      state.map((x, i) => `(local.set $${x} (i32.load (i32.const ${4 * i})))`).join(" "),
    )
    .replaceAll(
      "(@end)",
      state.map((x, i) => `(i32.store (i32.const ${4 * i}) (local.get $${x}))`).join(" "),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(await wasmModules())) writeFileSync(join(folder, file), text);
}
