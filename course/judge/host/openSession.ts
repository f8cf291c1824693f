import type { CompileCell } from "../../../kernel/compile/compileCell.ts";
import type { ImportsTable } from "../../../kernel/page/importsTable.ts";
import { PageModules } from "../../../kernel/page/pageModules.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";
import { noStreams, type SeededStreams, seededStreams } from "../values/seededStreams.ts";
import type { EndedCell } from "./asks.ts";
import { bareHost } from "./bareHost.ts";

/** The cells that an exercise stands on and no answer reaches, with the modules that cells import. */
export interface Ground {
  readonly table: ImportsTable;
  readonly sources: Readonly<Record<string, string>>;
  readonly cells: readonly { readonly id: string; readonly source: string }[];
}

export interface OpenSession {
  readonly session: Session;
  readonly streams: SeededStreams;
  run(cell: { readonly id: string; readonly source: string }): Promise<EndedCell>;
}

const library = "generation-loss";

/**
 * A session in which the ground's cells have run.
 *
 * @param write takes what cells print and show, as text
 * @param compile `compileCell`, or what stands in for it
 * @throws {Error} naming the cell of the ground that failed
 */
export async function openSession(
  { table, sources, cells }: Ground,
  write: (text: string) => void,
  compile: CompileCell,
): Promise<OpenSession> {
  const modules = new PageModules(table, async (names) => names.map((name) => sources[name] as string));
  const session = new Session(bareHost(modules, compile));
  const outputs = new OutputQueue((output) => {
    if (output.output_type === "stream") write(output.text);
    else if ("data" in output) write(`${String(output.data["text/plain"] ?? "")}\n`);
  });
  const run = async ({
    id,
    source,
  }: {
    readonly id: string;
    readonly source: string;
  }): Promise<EndedCell> => {
    const outcome = await session.run({ id, source, outputs });
    if (outcome.status === "ok") return { id };
    const { name, message, excerpt } = outcome.failure;
    return { id, failure: { name, message, excerpt } };
  };
  for (const cell of cells) {
    const { failure } = await run(cell);
    if (failure)
      throw new Error(
        `Cannot run what the exercise stands on: cell ${cell.id} fails, ${failure.name}: ${failure.message}`,
      );
  }
  const { seeded } = Object.hasOwn(table.entries, library) ? await modules.import(library) : {};
  const streams =
    typeof seeded === "function" ? seededStreams(seeded as (seed: number) => unknown) : noStreams;
  return { session, streams, run };
}
