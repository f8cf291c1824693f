import { installLine } from "./installLine.ts";

/** Sites that serve npm packages to browsers, and how their addresses name one. */
const mirrors: readonly RegExp[] = [
  /^https?:\/\/(?:cdn\.)?esm\.sh\/(?:v\d+\/|stable\/|\*)?/,
  /^https?:\/\/cdn\.skypack\.dev\/(?:pin\/|-\/)?/,
  /^https?:\/\/cdn\.jsdelivr\.net\/npm\//,
  /^https?:\/\/esm\.run\//,
  /^https?:\/\/(?:www\.)?unpkg\.com\//,
  /^https?:\/\/ga\.jspm\.io\/npm:/,
  /^https?:\/\/jspm\.dev\/(?:npm:)?/,
];

/**
 * Why an import that only other runtimes know cannot be had here, and what serves in its place.
 *
 * @returns undefined for what Node itself may know
 */
export function foreignImport(specifier: string): string | undefined {
  if (specifier.startsWith("jsr:")) return ofJsr(specifier);
  if (/^https?:/.test(specifier)) return ofWeb(specifier);
  return undefined;
}

function ofJsr(specifier: string): string {
  const what = `Cannot import "${specifier}": jsr: names a package of the JSR registry, which Node does not read.`;
  const [, scope, name, range = "", path = ""] =
    /^jsr:\/?@([\w-]+)\/([\w-]+)(?:@([^/]*))?(\/.*)?$/.exec(specifier) ?? [];
  if (scope === undefined) return what;
  const version = range === "" ? "" : `@${range}`;
  // What JSR's own command installs has this name on its npm side.
  return `${what} Install it with:  npx jsr add @${scope}/${name}${version}  and import "@${scope}/${name}${path}"`;
}

function ofWeb(specifier: string): string {
  const what = `Cannot import "${specifier}": Node does not import from the web.`;
  const wanted = packageOf(specifier);
  if (wanted !== undefined) {
    const name = wanted.replace(/(?!^)@.*$/, "");
    return `${what} Install the package with:  ${installLine(wanted)}  and import "${name}"`;
  }
  const std = /^https?:\/\/deno\.land\/std(?:@[^/]+)?\/([a-z_]+)/.exec(specifier)?.[1];
  if (std !== undefined) {
    const name = `@std/${std.replaceAll("_", "-")}`;
    return `${what} Deno's standard library is on JSR:  npx jsr add ${name}  and import "${name}"`;
  }
  return `${what} Install it as a package, or save the file beside the notebook`;
}

/** The npm package, with its version, that an address of a mirror means. */
function packageOf(address: string): string | undefined {
  const mirror = mirrors.find((pattern) => pattern.test(address));
  if (!mirror) return undefined;
  const rest = address.replace(mirror, "").replace(/[?#].*$/s, "");
  return /^(?:@[\w.~-]+\/)?[\w.~-]+(?:@[\w.^~+-]+)?/.exec(rest)?.[0];
}
