import type { Node } from "../copy/tree.ts";
import { writeXml } from "../copy/writeXml.ts";
import type { EpubDocument } from "./epubDocument.ts";

/** The text of a document. */
export const xhtmlPage = (
  { title, type }: Pick<EpubDocument, "title" | "type">,
  body: readonly Node[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<meta charset="utf-8"/>
<title>${writeXml([title])}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${type}">
${writeXml(body)}
</body>
</html>
`;
