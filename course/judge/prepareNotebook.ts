import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importedBy } from "../../kernel/compile/importedBy.ts";
import { cellCompiler, chartDrawer, type ImportsTable } from "../../kernel/page/importsTable.ts";
import { buildPageModules } from "../../kernel/pageBuild/buildPageModules.ts";
import { tableOf } from "../../kernel/pageBuild/tableOf.ts";
import type { ManifestNotebook } from "../manifest/assignmentManifest.ts";
import { buildStudentHost } from "./host/buildStudentHost.ts";
import { hostedGround } from "./host/hostedGround.ts";
import type { Ground } from "./host/openSession.ts";
import { type PreparedCell, planCell } from "./prepareCell.ts";
import { sharedGround } from "./sharedGround.ts";

/** What judging a notebook needs, ready for all submissions: it can be sent to another process. */
export interface PreparedNotebook {
  readonly name: string;
  readonly cells: readonly PreparedCell[];
  /** What all of them stand on, where one place will do for it. */
  readonly shared?: Ground;
}

export interface PrepareOptions {
  /** How many submissions there are to judge: what many need is made ready once, though it takes its time. */
  readonly answers?: number;
  /** Told of each cell that is ready. */
  onCell?(gradeId: string): void;
}

const project = fileURLToPath(new URL("../../", import.meta.url));

/**
 * @param folder of the course: packages that it holds come before this program's
 * @param node path of the Node that will run answers
 * @throws {Error} if a cell of the notebook fails, or imports what is not there
 */
export async function prepareNotebook(
  notebook: ManifestNotebook,
  folder: string,
  node: string,
  { answers = 1, onCell = () => {} }: PrepareOptions = {},
): Promise<PreparedNotebook> {
  const tested = notebook.cells.filter(({ kind }) => kind === "tests");
  if (tested.length === 0) return { name: notebook.name, cells: [] };
  const code = notebook.release.cells.filter(({ cell_type: type }) => type === "code");
  const own = tested.flatMap(({ tests, solved = {} }) => [
    ...tests.map(({ source }) => source),
    ...Object.values(solved),
  ]);
  const specifiers = [...new Set([...code.map(({ source }) => source), ...own].flatMap(importedIn))];
  const { table, sources } = await buildPageModules(
    specifiers,
    resolvesIn(folder, specifiers) ? folder : project,
  );
  const modules = withoutEngine(table, sources);
  const cells: PreparedCell[] = [];
  const plans = tested.map((cell) => planCell(notebook.release, cell, modules));
  const shared = sharedGround(plans);
  const hostOf = async (
    ground: Ground,
    needed: readonly string[],
  ): Promise<Pick<PreparedCell, "program" | "hosted">> => {
    const hosted = await hostedGround(ground, { needed, answers });
    return { program: await buildStudentHost(hosted, node), hosted: hosted.cells.map(({ id }) => id) };
  };
  const needed = plans.flatMap((plan) => plan.needed);
  const all = shared && (await hostOf(shared, needed));
  for (const plan of plans) {
    cells.push({ ...plan, ...(all ?? (await hostOf(plan.ground, plan.needed))) });
    onCell(plan.cell.gradeId);
  }
  return { name: notebook.name, cells, ...(shared && { shared }) };
}

/** A starter may be no whole program yet. */
function importedIn(source: string): string[] {
  try {
    return importedBy(source);
  } catch {
    return [];
  }
}

function resolvesIn(folder: string, specifiers: readonly string[]): boolean {
  if (!existsSync(join(folder, "node_modules"))) return false;
  const { resolve } = createRequire(join(folder, "course.json"));
  return specifiers.every((specifier) => {
    try {
      return resolve(specifier) !== "";
    } catch {
      return false;
    }
  });
}

/** Nobody looks at charts here, what draws them is larger than all the rest, and cells come compiled. */
function withoutEngine(
  table: ImportsTable,
  sources: ReadonlyMap<string, string>,
): { readonly table: ImportsTable; readonly sources: Readonly<Record<string, string>> } {
  const own = Object.keys(table.entries).filter((name) => name !== chartDrawer && name !== cellCompiler);
  const kept = tableOf(table, sources, own);
  const names = Object.keys(kept.needs);
  return { table: kept, sources: Object.fromEntries(names.map((name) => [name, sources.get(name) ?? ""])) };
}
