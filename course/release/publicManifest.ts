import { createHash, createPublicKey, sign, verify } from "node:crypto";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { nbgraderOf } from "../source/nbgraderCell.ts";
import type { CourseKeys } from "./courseKeys.ts";

/** What goes out with an assignment, so that anybody can see whether a cell is as it went out. */
export interface PublicManifest {
  readonly schema: 1;
  readonly assignment: string;
  readonly notebooks: readonly { readonly name: string; readonly cells: readonly PublicCell[] }[];
  /** Ed25519, as SPKI in base64. */
  readonly publicKey: string;
  /** Of the JSON of all before it, in base64. */
  readonly signature: string;
}

export interface PublicCell {
  readonly gradeId: string;
  readonly role: "tests" | "answer" | "manual-answer" | "manual-task" | "given";
  readonly points: number;
  /** Place among the cells of the notebook, from 0. */
  readonly order: number;
  readonly sha256: string;
}

/**
 * The manifest of what goes out, signed. It says nothing of hidden tests: a change of them alone changes no byte of it.
 *
 * @param notebooks as students get them
 */
export function publicManifest(
  assignment: string,
  notebooks: readonly { readonly name: string; readonly release: Notebook }[],
  { privateKey, publicKey }: CourseKeys,
): PublicManifest {
  const spki = createPublicKey(publicKey).export({ type: "spki", format: "der" });
  const unsigned = {
    schema: 1,
    assignment,
    notebooks: notebooks.map(({ name, release }) => ({ name, cells: cellsOf(release) })),
    publicKey: spki.toString("base64"),
  } as const;
  // Ed25519 draws nothing: the same manifest has the same signature.
  const signature = sign(null, Buffer.from(JSON.stringify(unsigned)), privateKey).toString("base64");
  return { ...unsigned, signature };
}

/** Whether a manifest is as the owner of its key signed it. Whose key it is, the course's own copy says. */
export function isSigned({ signature, ...unsigned }: PublicManifest): boolean {
  const key = createPublicKey({
    key: Buffer.from(unsigned.publicKey, "base64"),
    type: "spki",
    format: "der",
  });
  return verify(null, Buffer.from(JSON.stringify(unsigned)), key, Buffer.from(signature, "base64"));
}

function cellsOf({ cells }: Notebook): PublicCell[] {
  return cells.flatMap((cell, order) => {
    const found = nbgraderOf(cell);
    if (!found || found.gradeId === "") return [];
    const { gradeId, grade, solution, task, points } = found;
    const role = task
      ? "manual-task"
      : grade && solution
        ? "manual-answer"
        : grade
          ? "tests"
          : solution
            ? "answer"
            : "given";
    return [{ gradeId, role, points, order, sha256: createHash("sha256").update(cell.source).digest("hex") }];
  });
}
