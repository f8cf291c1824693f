import { contentHash } from "../cache.ts";
import { writeXml } from "../copy/writeXml.ts";
import type { EpubSources } from "./buildEpub.ts";
import type { DocumentFacts } from "./documentFacts.ts";

/**
 * What the EPUB is and holds. Its identifier comes from the book's name, and stays. An EPUB must say when it was changed:
 * that is the day of publication, and before there is one the first day that an archive knows, so that nobody takes it for
 * a date.
 *
 * @param images files of pictures in the documents
 */
export function packageDocument(
  documents: readonly { readonly file: string; readonly facts: DocumentFacts }[],
  images: readonly string[],
  { config, flavour, address, cover }: EpubSources,
): string {
  const { title, subtitle, description, edition } = config;
  const { authors, published, licence } = edition;
  const tag = (name: string, text: string, attributes = ""): string =>
    `<${name}${attributes}>${writeXml([text])}</${name}>`;
  const meta = (property: string, text: string): string => tag("meta", text, ` property="${property}"`);
  const metadata = [
    tag("dc:identifier", `urn:uuid:${uuid([title, subtitle, flavour])}`, ' id="id"'),
    tag("dc:title", title, ' id="title"'),
    '<meta refines="#title" property="title-type">main</meta>',
    tag("dc:title", subtitle, ' id="subtitle"'),
    '<meta refines="#subtitle" property="title-type">subtitle</meta>',
    tag("dc:language", "en"),
    ...authors.map((author) => tag("dc:creator", author)),
    tag("dc:description", description),
    ...(licence ? [tag("dc:rights", `Text: ${licence.name}, ${licence.address}`)] : []),
    ...(address === undefined ? [] : [tag("dc:source", address)]),
    ...(published === undefined ? [] : [tag("dc:date", published)]),
    meta("dcterms:modified", `${published ?? "1980-01-01"}T00:00:00Z`),
    ...accessibility.map(([property, text]) => meta(`schema:${property}`, text)),
  ];
  const item = (id: string, href: string, type: string, properties = ""): string =>
    `<item id="${id}" href="${href}" media-type="${type}"${properties && ` properties="${properties}"`}/>`;
  const items = [
    ...documents.map(({ file, facts }) =>
      item(idOf(file), file, "application/xhtml+xml", facts.properties.join(" ")),
    ),
    item("style", "style.css", "text/css"),
    ...(cover ? [item("cover-image", "cover.png", "image/png", "cover-image")] : []),
    ...images.map((file, index) => item(`image-${index + 1}`, file, "image/png")),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join("\n")}
</metadata>
<manifest>
${items.join("\n")}
</manifest>
<spine>
${documents.map(({ file }) => `<itemref idref="${idOf(file)}"/>`).join("\n")}
</spine>
</package>
`;
}

const accessibility = [
  ["accessMode", "textual"],
  ["accessMode", "visual"],
  ["accessModeSufficient", "textual"],
  ["accessibilityFeature", "alternativeText"],
  ["accessibilityFeature", "MathML"],
  ["accessibilityFeature", "readingOrder"],
  ["accessibilityFeature", "structuralNavigation"],
  ["accessibilityFeature", "tableOfContents"],
  ["accessibilityHazard", "none"],
  ["accessibilitySummary", "Every figure has a sentence that says what it shows. Formulas are MathML."],
] as const;

const idOf = (file: string): string => `page-${file.replace(/\.xhtml$/, "")}`;

/** A name-based UUID of our own making, which its eighth version is for. */
function uuid(name: unknown): string {
  const hex = contentHash(name);
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
