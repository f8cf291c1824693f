import type { Cell } from "../../kernel/notebook/notebook.ts";
import { type CellRole, roleKinds } from "./cellRole.ts";
import type { ExerciseFault } from "./exerciseFault.ts";

interface Shape {
  fits(value: unknown): boolean;
  readonly words: string;
}

const text: Shape = {
  fits: (value) => typeof value === "string" && value.trim() !== "",
  words: "a text that is not empty",
};

const shapes: { readonly [Key in keyof Required<CellRole>]: Shape } = {
  role: {
    fits: (value) => typeof value === "string" && Object.hasOwn(roleKinds, value),
    words: `one of ${Object.keys(roleKinds).join(", ")}`,
  },
  label: text,
  caption: text,
  exercise: {
    fits: (value) => typeof value === "string" && /^[^\s:]+$/.test(value),
    words: 'a name without blanks and colons, such as "refit"',
  },
  difficulty: { fits: (value) => [1, 2, 3].includes(value as number), words: "1, 2 or 3" },
  title: text,
};

/**
 * Reads what our metadata says about a cell.
 *
 * @param file the notebook, as the faults are to name it
 */
export function readRole(
  { id, cell_type: type, metadata }: Cell,
  file = "the notebook",
): { readonly role: CellRole; readonly faults: readonly ExerciseFault[] } {
  const found = metadata.genloss;
  if (found === undefined) return { role: {}, faults: [] };
  const faults: ExerciseFault[] = [];
  const add = (words: string): void => {
    faults.push({ file, cell: id, rule: "cell-role", message: `${words}; correct the genloss metadata` });
  };
  if (!isObject(found)) {
    add(`genloss must be an object such as { "role": "claim" }, got ${told(found)}`);
    return { role: {}, faults };
  }
  const role: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(found)) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key as keyof CellRole] : undefined;
    if (!shape) add(`genloss may hold ${Object.keys(shapes).join(", ")}, got ${told(key)}`);
    else if (!shape.fits(value)) add(`${key} must be ${shape.words}, got ${told(value)}`);
    else role[key] = value;
  }
  const given = role as CellRole;
  const kind = given.role && roleKinds[given.role];
  if (kind && kind !== type) add(`a cell of role ${given.role} must be a ${kind} cell, got ${type}`);
  return { role: given, faults };
}

/** What a cell is to its chapter. What is misshapen in its metadata is left out, as {@link readRole} tells. */
export const roleOf = (cell: Cell): CellRole => readRole(cell).role;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const told = (value: unknown): string => JSON.stringify(value) ?? String(value);
