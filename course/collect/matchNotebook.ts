import type { Submission } from "../repair/readSubmission.ts";
import { bareName } from "./bareName.ts";
import type { KnownNotebook } from "./knownNotebook.ts";

type Cells = Extract<Submission, { readonly cells: unknown }>["cells"];

/** Which notebook of an assignment a file is. */
export interface NotebookMatch {
  readonly notebook: string;
  /** Cells known by their grade ids; of a file known by its name or texts, 0. */
  readonly cells: number;
  /** Whether an answer is another than the one that was handed out. */
  readonly isTouched: boolean;
}

/** Known by most grade ids; where there are none, by its name, then by the texts of its cells. */
export function matchNotebook(
  file: string,
  cells: Cells,
  known: readonly KnownNotebook[],
): NotebookMatch | undefined {
  const ids = new Set(cells.flatMap(({ gradeId }) => gradeId ?? []));
  const named = known.find(({ name }) => name === bareName(file));
  const best = (count: (notebook: KnownNotebook) => number): KnownNotebook | undefined => {
    const counted = known.map((notebook) => ({
      notebook,
      count: count(notebook),
      isNamed: notebook === named,
    }));
    const [first] = counted.sort((a, b) => b.count - a.count || Number(b.isNamed) - Number(a.isNamed));
    return first && first.count > 0 ? first.notebook : undefined;
  };
  const byIds = best(({ gradeIds }) => shared(ids, gradeIds));
  const texts = new Set(cells.map(({ source }) => source.trim()));
  const found = byIds ?? named ?? best((notebook) => shared(texts, notebook.texts));
  return (
    found && {
      notebook: found.name,
      cells: shared(ids, found.gradeIds),
      isTouched: isTouched(cells, found),
    }
  );
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((each) => b.has(each)).length;

/** Without grade ids nothing says which cell an answer is: it is taken as touched, so that nobody's work stands back. */
function isTouched(cells: Cells, { starters }: KnownNotebook): boolean {
  const answers = cells.filter(({ gradeId }) => gradeId !== undefined && starters.has(gradeId));
  if (answers.length === 0) return true;
  return answers.some(({ gradeId, source }) => source.trim() !== starters.get(gradeId as string));
}
