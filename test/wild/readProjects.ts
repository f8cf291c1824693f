import { readdirSync, readFileSync } from "node:fs";

/** What comes of a cell; a part is absent where there is none. */
export interface Expected {
  prints?: string;
  shows?: string;
  displays?: string;
  fails?: string;
  finds?: string;
}

export interface WildCell {
  readonly source: string;
  /** Files written anew before the cell runs. */
  readonly edits: ReadonlyMap<string, string>;
  readonly expected: Expected;
}

export interface WildProject {
  readonly name: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  /** Links to folders: path to target. */
  readonly links: ReadonlyMap<string, string>;
  /** The notebook's folder, from the project's root. */
  readonly folder: string;
  readonly cells: readonly WildCell[];
  /** [what was typed, a name that must be offered] */
  readonly completes: readonly (readonly [typed: string, name: string])[];
}

const folder = new URL("./projects/", import.meta.url);
const parts = new Set(["prints", "shows", "displays", "fails", "finds"]);

/** Reads the projects. The format is described in README.md. */
export function readProjects(): WildProject[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names
    .sort()
    .map((name) => parseProject(name.slice(0, -".txt".length), readFileSync(new URL(name, folder), "utf8")));
}

function parseProject(name: string, text: string): WildProject {
  const [title = "", ...sections] = `${text}\n`.split(/^=== /m);
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  const cells: WildCell[] = [];
  let edits = new Map<string, string>();
  let at = ".";
  let completes: WildProject["completes"] = [];
  for (const section of sections) {
    const end = section.indexOf("\n");
    const [kind = "", argument = ""] = section.slice(0, end).trim().split(" ");
    const body = section.slice(end + 1);
    if (kind === "file") files.set(argument, body);
    else if (kind === "link") links.set(argument, body.trim());
    else if (kind === "edit") edits.set(argument, body);
    else if (kind === "notebook") at = argument;
    else if (kind === "completes") completes = parsePairs(body);
    else if (kind === "cell") {
      cells.push({ ...parseCell(body, name), edits });
      edits = new Map();
    } else throw new Error(`${name}: a section "${kind}" is not known here`);
  }
  if (cells.length === 0 || completes.length < 2)
    throw new Error(`${name}: a project has cells, and completes two names at least`);
  return { name, title: title.trim(), files, links, folder: at, cells, completes };
}

function parseCell(body: string, project: string): Pick<WildCell, "source" | "expected"> {
  const [source = "", ...outcomes] = body.split(/^--- /m);
  const expected: Record<string, string> = {};
  for (const outcome of outcomes) {
    const end = outcome.indexOf("\n");
    const part = outcome.slice(0, end).trim();
    if (!parts.has(part)) throw new Error(`${project}: a part "${part}" is not known here`);
    expected[part] = outcome.slice(end + 1).replace(/\n+$/, "");
  }
  return { source: source.replace(/\n+$/, ""), expected };
}

const parsePairs = (body: string): [string, string][] =>
  body
    .trim()
    .split("\n")
    .map((line) => line.split(" -> ") as [string, string]);
