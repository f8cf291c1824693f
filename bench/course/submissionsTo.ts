import type { SourceNotebook } from "../../course/source/readSource.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";

/** Submissions that all differ; in every second one an answer is one of the listed wrong ones. */
export function submissionsTo({ manifest, solutions, wrong }: SourceNotebook, count: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const answers = new Map(solutions);
    const listed = number % 2 === 1 ? wrong[(number >> 1) % wrong.length] : undefined;
    if (listed) answers.set(listed.answer, listed.source);
    const cells = manifest.release.cells.map((cell) => {
      const answer = answers.get(cell.id);
      if (answer === undefined) return cell;
      return { ...cell, source: cell.cell_type === "code" ? `${answer}\n// submission ${number}` : answer };
    });
    return formatNotebook({ ...manifest.release, cells });
  });
}
