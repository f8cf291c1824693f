/** What a test's page does with its session; bundled for the page. */
import type { Output } from "../../../../kernel/notebook/notebook.ts";
import type { ImportsTable } from "../../../../kernel/page/importsTable.ts";
import type { PageCell } from "../../../../kernel/page/pageCell.ts";
import type { PageOutcome } from "../../../../kernel/page/pageOutcome.ts";
import { PageSession } from "../../../../kernel/page/pageSession.ts";
import type { CellOutput } from "../../../../kernel/session/cellOutput.ts";
import { OutputCollector } from "../../../../kernel/session/outputCollector.ts";

interface Given {
  readonly worker: string;
  readonly table: ImportsTable;
  readonly sources: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

interface InPage {
  readonly outputs: readonly (readonly Output[])[];
  readonly outcomes: readonly PageOutcome[];
  readonly messages: readonly CellOutput[];
  readonly late: readonly string[];
}

const page = globalThis as unknown as {
  given: Given;
  runCells(cells: readonly PageCell[], restMs?: number): Promise<InPage>;
  open(): PageSession;
};

const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function openSession(collect: OutputCollector, messages: CellOutput[], late: string[]): PageSession {
  const { worker, table, sources, files } = page.given;
  return new PageSession({
    worker: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
    table,
    source: async (name) => sources[name] as string,
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, async () => bytes(text)])),
    onOutput(id, output) {
      messages.push(output);
      collect.add(id, output);
    },
    onLateFailure: (id) => late.push(id),
  });
}

page.open = () => openSession(new OutputCollector(), [], []);
page.runCells = async (cells, restMs = 0) => {
  const collect = new OutputCollector();
  const messages: CellOutput[] = [];
  const late: string[] = [];
  using session = openSession(collect, messages, late);
  const outcomes: PageOutcome[] = [];
  for (const cell of cells) {
    collect.start(cell.id);
    outcomes.push(await session.run(cell));
  }
  await new Promise((done) => setTimeout(done, restMs));
  return { outputs: cells.map(({ id }) => collect.of(id)), outcomes, messages, late };
};
