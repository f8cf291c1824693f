import { escapeHtml } from "../render/escapeHtml.ts";
import { scrollRegion } from "../render/scrollRegion.ts";
import { formulaLine, formulasIn } from "./formula.ts";
import type { Names } from "./names.ts";

/** Renders the prose of headers as HTML. */
export interface DocText {
  /** Paragraphs, lists, and formulas, which are indented. */
  blocks(text: string): string;
  /** One line. */
  line(text: string): string;
}

type Rule = readonly [pattern: RegExp, html: (found: readonly string[]) => string];

/**
 * @param report told of a `{@link}` that leads nowhere
 * @param own names that mean something else here, such as a member of the entry: in code they lead nowhere
 */
export function createDocText(
  names: Names,
  report: (name: string) => void,
  own: ReadonlySet<string> = new Set(),
): DocText {
  const named = (name: string, text: string): string => {
    const href = names.entry(name);
    return href
      ? `<a href="${href}"><code>${escapeHtml(text)}</code></a>`
      : `<code>${escapeHtml(text)}</code>`;
  };
  const outward = (href: string, text: string): string => {
    // The full stop of a sentence and the bracket around a remark are no part of an address.
    const open = href.includes("(") ? "" : ")";
    const rest = new RegExp(`[.${open}]+$`).exec(text)?.[0] ?? "";
    const cut = (each: string): string => each.slice(0, each.length - rest.length);
    return `<a href="${escapeHtml(cut(href))}">${escapeHtml(cut(text))}</a>${rest}`;
  };
  const rules: readonly Rule[] = [
    [
      /\{@link\s+([\w.]+)(?:\s+([^}]+))?\}/,
      ([, name = "", text]) => {
        if (!names.entry(name)) report(name);
        return named(name, text ?? name);
      },
    ],
    [
      /`([^`]+)`/,
      ([, code = ""]) => {
        const name = /^(\w+)(?:\(.*\))?$/.exec(code)?.[1] ?? "";
        return own.has(name) ? `<code>${escapeHtml(code)}</code>` : named(name, code);
      },
    ],
    [/https?:\/\/[^\s;,<>"]+/, ([url = ""]) => outward(url, url)],
    [/\bdoi:(10\.\d{4,}\/[^\s;,]+)/, ([text = "", doi = ""]) => outward(`https://doi.org/${doi}`, text)],
    [
      /\barXiv:(\d{4}\.\d{4,5}(?:v\d+)?)/,
      ([text = "", id = ""]) => outward(`https://arxiv.org/abs/${id}`, text),
    ],
    [
      /\b[Cc]hapters? \d+(?:(?:, and |, | and |–| … | to )\d+)*/,
      ([text = ""]) => {
        // A span that ends beyond our last chapter counts the chapters of another book.
        const span = /(\d+)(?:–| … | to )(\d+)/.exec(text);
        if (span?.slice(1).some((end) => names.chapter(Number(end)) === undefined)) return text;
        return text.replace(/(?:[Cc]hapters? )?(\d+)/g, (words, number) => {
          const href = names.chapter(Number(number));
          return href ? `<a href="${href}">${words}</a>` : words;
        });
      },
    ],
  ];
  const any = new RegExp(
    rules.map(([{ source }]) => `(?:${source.replace(/\((?!\?)/g, "(?:")})`).join("|"),
    "g",
  );

  const line = (text: string): string => {
    let html = "";
    let from = 0;
    for (const { 0: found, index } of text.matchAll(any)) {
      html += formulasIn(text.slice(from, index));
      const [pattern, render] = rules.find(([each]) => each.exec(found)?.[0] === found) ?? rules[0]!;
      html += render(pattern.exec(found) ?? [found]);
      from = index + found.length;
    }
    return html + formulasIn(text.slice(from));
  };

  /** A table as Markdown has it: headings, a line of dashes, rows. */
  const table = ([head = "", , ...rows]: readonly string[]): string => {
    const cells = (row: string, tag: string): string =>
      `<tr>${row
        .split("|")
        .slice(1, -1)
        .map((cell) => `<${tag}>${line(cell.trim())}</${tag.slice(0, 2)}>`)
        .join("")}</tr>`;
    const body = rows.map((row) => cells(row, "td")).join("\n");
    const html = `<table><thead>${cells(head, 'th scope="col"')}</thead><tbody>\n${body}\n</tbody></table>`;
    return scrollRegion(html, "Table", "table");
  };

  const block = (lines: readonly string[]): string => {
    if (lines.every((each) => /^ {2}/.test(each))) {
      return `<div class="formula">${lines.map((each) => `<p>${formulaLine(each)}</p>`).join("")}</div>\n`;
    }
    if (lines.every((each) => /^\|.*\|$/.test(each))) return table(lines);
    const items = lines.findIndex((each) => each.startsWith("- "));
    if (items === -1) return `<p>${line(lines.join(" "))}</p>\n`;
    const before = items > 0 ? block(lines.slice(0, items)) : "";
    const list = lines
      .slice(items)
      .join("\n")
      .split(/^- /m)
      .filter(Boolean)
      .map((item) => `<li>${line(item.trim().replace(/\s*\n\s*/g, " "))}</li>`);
    return `${before}<ul>\n${list.join("\n")}\n</ul>\n`;
  };

  return {
    line,
    blocks: (text) =>
      runs(text.split("\n"))
        .map((lines) => block(lines))
        .join(""),
  };
}

/** Lines that belong together: an empty line parts them, and so does the step from prose to an indented formula. */
function runs(lines: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const line of lines) {
    const last = found.at(-1)!;
    const indented = /^ {2}/.test(line);
    const inList = last.some((each) => each.startsWith("- "));
    const isStep = last.length > 0 && !inList && indented !== /^ {2}/.test(last[0] ?? "");
    if (line.trim() === "" || isStep) found.push([]);
    if (line.trim() !== "") found.at(-1)!.push(line);
  }
  return found.filter((run) => run.length > 0);
}
