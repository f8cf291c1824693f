const closing: Readonly<Record<string, string>> = { "(": ")", "{": "}", "[": "]", "<": ">" };

/**
 * A declaration in one line, broken where it does not fit: parameters and members a line each, unions at their bars.
 * The source's own lines are made for a wider page than ours.
 */
export function wrapCode(code: string, width = 74, indent = ""): string {
  if (indent.length + code.length <= width) return code;
  const group = groupToBreak(code);
  if (!group) return brokenUnion(code, indent) ?? code;
  const { start, end, open, items } = group;
  const inner = `${indent}  `;
  const alternatives = open === "(" && items.length === 1 ? splitTop(items[0] ?? "", "|") : [];
  const mark = open === "{" ? ";" : ",";
  const lines =
    alternatives.length > 1
      ? alternatives.map((item) => `${inner}| ${wrapCode(item, width, `${inner}  `)}`)
      : items.map((item) => `${inner}${wrapCode(item, width - 1, inner)}${mark}`);
  const tail = code.slice(end + 1);
  const union = tail === "" ? brokenUnion(code.slice(0, start), indent) : undefined;
  const head = union ?? wrapGeneric(code.slice(0, start), width, indent);
  return `${head}${open}\n${lines.join("\n")}\n${indent}${closing[open]}${tail}`;
}

/** `function name<A, B>` with a line for each of its type parameters, if it is too long. */
function wrapGeneric(head: string, width: number, indent: string): string {
  const [, name = "", generic = ""] = /^([^<(]*)<(.*)>$/s.exec(head) ?? [];
  if (indent.length + head.length < width || generic === "") return head;
  const lines = splitTop(generic, ",").map((item) => `${indent}  ${item},`);
  return `${name}<\n${lines.join("\n")}\n${indent}>`;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly items: readonly string[];
}

/** The outermost brackets that hold the most: breaking them helps most. */
function groupToBreak(code: string): Group | undefined {
  const found: Group[] = [];
  for (let at = 0; at < code.length; at += 1) {
    const open = code[at] ?? "";
    if (!(open in closing)) continue;
    const end = matching(code, at);
    if (end === -1) return undefined;
    if (open === "(" || open === "{") {
      const items = splitTop(code.slice(at + 1, end), open === "{" ? ";" : ",");
      if (items.length > 0) found.push({ start: at, end, open, items });
    }
    at = end;
  }
  // The parameters of a function come before any brackets in its return type.
  const call = /^(?:async )?function\b/.test(code) ? found.find(({ open }) => open === "(") : undefined;
  return call ?? found.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function brokenUnion(code: string, indent: string): string | undefined {
  const [, head = "", body = ""] = /^(.*?[:=] )(.*)$/s.exec(code) ?? [];
  const parts = splitTop(body, "|");
  if (parts.length < 2) return undefined;
  return `${head.trimEnd()}${parts.map((part) => `\n${indent}  | ${part}`).join("")}`;
}

/** Cuts at a mark that stands in no brackets and no quotes. */
function splitTop(code: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? "";
    if (character in closing) {
      const end = matching(code, at);
      if (end !== -1) at = end;
    } else if (character === '"') at = code.indexOf('"', at + 1);
    else if (character === mark) {
      parts.push(code.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(code.slice(from));
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Where the bracket that opens at a place closes; −1 if it does not. The head of an arrow is no bracket. */
function matching(code: string, from: number): number {
  const stack: string[] = [];
  for (let at = from; at < code.length; at += 1) {
    const character = code[at] ?? "";
    if (character === '"') at = code.indexOf('"', at + 1);
    else if (character in closing) stack.push(closing[character] ?? "");
    else if (character === ">" && code[at - 1] === "=") continue;
    else if (character === stack.at(-1)) {
      stack.pop();
      if (stack.length === 0) return at;
    }
    if (at === -1) return -1;
  }
  return -1;
}
