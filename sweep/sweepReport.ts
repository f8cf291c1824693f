import { toSvg } from "generation-loss/svg";
import type { GridValue, Sweep } from "generation-loss/sweep";
import { html, raw } from "hono/html";
import { rowsTable } from "./rowsTable.ts";
import type { SweptPoint } from "./runSweep.ts";
import { sweepFigures } from "./sweepFigures.ts";

/** Rows that a page has room for; the files have all. */
const mostRows = 500;
/** From so many standard errors on a mean is told from its law by more than luck. */
const far = 4;

/** What a report says of where its numbers come from. */
export interface ReportSource {
  readonly file: string;
  readonly digest: string;
  readonly version: string;
}

/**
 * A page of its own for a sweep: its figures beside theory, how far each mean is from its law, all rows, and how to make
 * them again. It asks for nothing from anywhere, and the same runs give the same page.
 */
export async function sweepReport(
  sweep: Sweep,
  swept: readonly SweptPoint[],
  { file, digest, version }: ReportSource,
): Promise<string> {
  const rows = swept.flatMap((point) => point.rows);
  const table = rowsTable(swept);
  const figures = await Promise.all(
    sweepFigures(sweep, swept).map(async ({ title, figure }) => ({
      title,
      svg: await toSvg(figure),
      figure,
    })),
  );
  const runs = swept.reduce((sum, { rows: [first] }) => sum + (first?.runs ?? 0), 0);
  const tried = rows.filter(({ z }) => z !== null);
  const off = tried.filter(({ z }) => Math.abs(z!) > far);
  const headings = Object.keys(table[0] ?? {}).filter((heading) => heading !== "point");
  return `${await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${sweep.title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${sweep.title}</h1>
<p>${whole(swept.length)} points, ${whole(runs)} runs, seed ${sweep.seed}.
${Object.entries(sweep.grid).map(([axis, values]) => html` ${axis}: ${placesOf(values)}.`)}</p>
${lawWords(tried.length, off.length, rows.filter(({ law, isHeavy }) => law !== null && isHeavy).length)}
${figures.map(
  ({ title, svg, figure }) => html`<figure>
<div class="scroll" tabindex="0" role="img" aria-label="${figure.description}">${raw(svg)}</div>
<figcaption>${title} ${figure.description}</figcaption>
</figure>
`,
)}<h2>What the runs say</h2>
<p>Means have their standard error; <i>z</i> is how many of them a mean is above its law. The interval of the median holds it
with a chance of 95 %, whatever the law of the runs.</p>
<div class="scroll" tabindex="0" role="region" aria-label="What the runs say">
<table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${table.slice(0, mostRows).map(
  (
    row,
    i,
  ) => html`<tr${Math.abs(rows[i]!.z ?? 0) > far ? raw(' class="off"') : ""}>${headings.map((heading) => html`<td>${cell(row[heading] ?? null)}</td>`)}</tr>
`,
)}</tbody>
</table>
</div>
${table.length > mostRows ? html`<p>The first ${mostRows} of ${whole(table.length)} rows; <code>rows.jsonl</code> has all.</p>` : ""}
<h2>To make it again</h2>
<pre><code>genloss sweep ${file}</code></pre>
<p>Version ${version}; digest of the sweep and the code under it <code>${digest.slice(0, 16)}</code>. The same file, code and
seed give the same numbers on any number of machines.</p>
</main>
</body>
</html>
`}`;
}

function lawWords(tried: number, off: number, heavy: number): ReturnType<typeof html> | string {
  if (tried + heavy === 0) return "";
  const left =
    heavy === 0
      ? ""
      : html` ${whole(heavy)} more have a tail so heavy that a few runs make their mean: they are not compared.`;
  if (off === 0)
    return html`<p>All ${whole(tried)} means that a law speaks of are within ${far} standard errors of it.${left}</p>`;
  return html`<p><strong>${whole(off)} of ${whole(tried)} means are more than ${far} standard errors from their law</strong>;
they are marked in the table.${left}</p>`;
}

const placesOf = (values: readonly GridValue[]): string =>
  values.length <= 8 ? values.join(", ") : `${values.length} from ${values[0]} to ${values.at(-1)}`;

const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function cell(value: GridValue | null): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number" || Number.isInteger(value)) return String(value);
  return Number(value.toPrecision(5)).toString().replace("-", "−");
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c1c1c, #e8e6e1); --paper: light-dark(#fffdf8, #17191c); --line: light-dark(#d8d3c8, #3b3f45); --off: light-dark(#fbe3d6, #4a2a1d); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2.5rem; font-size: 1.25rem; }
figure { margin: 2rem 0; } figcaption { max-width: 44rem; font-size: .95rem; }
figure .scroll { background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: .75rem; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid Highlight; }
table { border-collapse: collapse; font: .9rem/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
tr.off { background: var(--off); }
code, pre { font-family: ui-monospace, monospace; font-size: .92em; } pre { overflow-x: auto; }
`;
