import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licences of the packages that scripts of the site were bundled from, each text once.
 *
 * @param inputs paths of the bundled files
 */
export function bundledLicences(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((path) => /^(?:.*[/\\])?node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path) ?? []),
  );
  const byText = Map.groupBy([...folders].sort().map(readPackage), ({ text }) => text);
  const parts = [...byText].map(([text, packages]) => {
    const names = [...new Set(packages.map(({ name }) => name))].sort();
    return `${names.join("\n")}\n\n${text}`;
  });
  return `What runs cells in these pages was bundled from these packages.\n\n${parts.join(`\n\n${"-".repeat(79)}\n\n`)}\n`;
}

function readPackage(folder: string): { readonly name: string; readonly text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const file = files.find((each) => /^(?:licen[cs]e|copying)/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${String(license)}`;
  return { name: `${String(name)} ${String(version)}`, text };
}
