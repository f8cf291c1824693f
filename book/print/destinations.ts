/**
 * On which page of a PDF each named place is, the first being 1. Reads what Chromium writes, in which everything but the
 * contents of pages is plain text, and no other PDF.
 */
export function destinations(pdf: Uint8Array): Map<string, number> {
  const text = Buffer.from(pdf).toString("latin1");
  const pages = new Map(pagesOf(text).map((id, index) => [id, index + 1]));
  const places = text.matchAll(/\/([^\s/[\]<>()]+) \[(\d+) 0 R \/XYZ /g);
  return new Map(
    [...places].flatMap(([, name = "", page = ""]) => {
      const number = pages.get(page);
      const plain = name.replace(/#([\da-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      return number === undefined ? [] : [[plain, number]];
    }),
  );
}

/** The numbers of the objects that are pages, in their order. */
function pagesOf(text: string): string[] {
  const kids = new Map<string, string[]>();
  let root: string | undefined;
  for (const [, id = "", head = ""] of text.matchAll(
    /(?:^|\n)(\d+) 0 obj\n<<\/Type \/Pages\n([\s\S]*?)>>\nendobj/g,
  )) {
    const [, list = ""] = /\/Kids \[([^\]]*)\]/.exec(head) ?? [];
    kids.set(
      id,
      [...list.matchAll(/(\d+) 0 R/g)].map(([, kid = ""]) => kid),
    );
    if (!head.includes("/Parent ")) root = id;
  }
  const leaves = (id: string): string[] => kids.get(id)?.flatMap(leaves) ?? [id];
  return root === undefined ? [] : leaves(root);
}
