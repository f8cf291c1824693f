import { escapeHtml } from "../render/escapeHtml.ts";
import { permalink } from "../render/headings.ts";
import type { Highlight } from "../render/highlight.ts";
import { scrollRegion } from "../render/scrollRegion.ts";
import type { DocText } from "./docText.ts";
import type { LibraryExport, Part } from "./library.ts";
import { linkNames } from "./linkNames.ts";
import { entryAnchor, type Names } from "./names.ts";

/** What an entry needs of the page it stands on. */
export interface EntryPlace {
  readonly names: Names;
  readonly text: DocText;
  readonly highlight: Highlight;
  /** Address of a source file. */
  sourceOf(file: string): string;
}

/** The entry of one export: what it is, how it is called, what it gives and refuses, an example, where it comes from. */
export function renderEntry(each: LibraryExport, place: EntryPlace): string {
  const { name, doc, members, lists } = each;
  const { text } = place;
  const throws = doc.throws.map(
    ({ type, text: when }) => `<li>${type ? `${code(type)} ` : ""}${text.line(when)}</li>`,
  );
  const sections = [
    section("Parameters", each.params.length > 0 && partList(each.params, place)),
    section("Members", members.length > 0 && partList(members, place)),
    section("Entries", lists.length > 0 && `<p>${lists.map((entry) => linked(entry, place)).join(", ")}</p>`),
    section("Returns", returns(each, place)),
    section("Throws", throws.length > 0 && `<ul>${throws.join("")}</ul>`),
    section(doc.examples.length > 1 ? "Examples" : "Example", examples(each, place)),
    section(
      "See",
      doc.see.length > 0 && `<ul>${doc.see.map((see) => `<li>${seeAlso(see, place)}</li>`).join("")}</ul>`,
    ),
  ];
  return `<section class="entry">
<h2 id="${entryAnchor(name)}">${permalink(entryAnchor(name), escapeHtml(name))}</h2>
${codeBlock(each.signature, `Declaration of ${name}`, place, name)}
${text.blocks(doc.text)}${sections.join("")}<p class="entry-source"><a href="${place.sourceOf(each.file)}">${escapeHtml(each.file)}</a></p>
</section>
`;
}

const section = (title: string, html: string | false): string =>
  html ? `<h3>${title}</h3>\n<div class="entry-part">${html}</div>\n` : "";

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

function linked(name: string, { names }: EntryPlace): string {
  const href = names.entry(name);
  return href ? `<a href="${href}">${code(name)}</a>` : code(name);
}

/** Parameters or members: a name and a type, and below them what they mean. */
function partList(parts: readonly Part[], place: EntryPlace): string {
  const items = parts.map(({ name, type, text }) => {
    if (/^[\w.]+(?:,[\w.]+)+$/.test(name)) {
      return `<dt>${name.split(",").map(code).join(", ")}</dt>\n<dd>${place.text.line(text)}</dd>`;
    }
    // Of a method's head only its parameters have types.
    const [, own = "", rest = ""] = /^([^(<]*)(.*)$/s.exec(name) ?? [];
    const head = `<code>${escapeHtml(own)}${linkNames(escapeHtml(rest), rest, place.names.entry)}</code>`;
    return `<dt>${head}${type && ` ${typeCode(type, place)}`}</dt>\n<dd>${place.text.line(text)}</dd>`;
  });
  return `<dl>\n${items.join("\n")}\n</dl>`;
}

const typeCode = (type: string, { names }: EntryPlace): string =>
  `<code class="type">${linkNames(escapeHtml(type), type, names.entry)}</code>`;

function returns({ doc, returns: type }: LibraryExport, place: EntryPlace): string | false {
  if (doc.returns === "") return false;
  const text = place.text.line(doc.returns);
  return type ? `<dl><dt>${typeCode(type, place)}</dt><dd>${text}</dd></dl>` : `<p>${text}</p>`;
}

function examples({ name, doc }: LibraryExport, place: EntryPlace): string | false {
  if (doc.examples.length === 0) return false;
  return doc.examples.map((each) => codeBlock(valueBelow(each), `Example of ${name}`, place, name)).join("");
}

/** What an example gives stands below it, where a narrow page would cut it off. */
const valueBelow = (example: string): string => example.replace(/^(?=.{45})(.*?) (\/\/ => )/m, "$1\n$2");

/** Code in which the library's names lead to their entries; an entry does not lead to itself. */
function codeBlock(source: string, label: string, { names, highlight }: EntryPlace, own: string): string {
  const hrefOf = (name: string): string | undefined => (name === own ? undefined : names.entry(name));
  const html = linkNames(highlight(source), source, hrefOf);
  return scrollRegion(`<pre><code>${html}</code></pre>`, label, "code");
}

/** A source; one that is a name of the library leads to its entry. */
function seeAlso(see: string, place: EntryPlace): string {
  const [, name = "", rest = ""] = /^(\w+)(?=$|[ ,;])(.*)$/.exec(see) ?? [];
  return name !== "" && place.names.entry(name)
    ? linked(name, place) + place.text.line(rest)
    : place.text.line(see);
}
