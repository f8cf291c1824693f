import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Content } from "../shared/message.ts";

type Entry = readonly [session: number, line: number, source: string];

/** What was executed, in this session and in earlier ones. */
export class History {
  readonly #path: string | undefined;
  readonly #earlier: () => Entry[];
  readonly #own: Entry[] = [];
  #cache: Entry[] | undefined;
  #session: number | undefined;

  /** @param path file of JSON lines that outlives the kernel; undefined keeps history in memory only */
  constructor(path?: string) {
    this.#path = path;
    this.#earlier = () => {
      this.#cache ??= path === undefined ? [] : readEntries(path);
      return this.#cache;
    };
  }

  add(line: number, source: string): void {
    const entry: Entry = [this.#number(), line, source];
    this.#own.push(entry);
    if (this.#path === undefined) return;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      appendFileSync(this.#path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch {
      // A read-only home is no reason to fail a cell: history then ends with the session.
    }
  }

  /** Answers a history_request. */
  answer(request: Content): unknown[] {
    const entries = this.#select(request);
    return request.output === true
      ? entries.map(([session, line, text]) => [session, line, [text, null]])
      : entries;
  }

  #select({ hist_access_type: kind, n, session, start, stop, pattern, unique }: Content): Entry[] {
    const all = [...this.#earlier(), ...this.#own];
    const last = (entries: Entry[]): Entry[] =>
      typeof n === "number" ? entries.slice(-n || entries.length) : entries;
    if (kind === "range") {
      const asked = Number(session ?? 0);
      const wanted = asked > 0 ? asked : this.#number() + asked;
      const from = Number(start ?? 0);
      const to = typeof stop === "number" ? stop : Number.POSITIVE_INFINITY;
      return all.filter(([number, line]) => number === wanted && line >= from && line < to);
    }
    if (kind !== "search") return last(all);
    const matches = globPattern(String(pattern ?? "*"));
    const found = all.filter(([, , source]) => matches.test(source));
    if (unique !== true) return last(found);
    const newest = new Map<string, Entry>();
    for (const entry of found) {
      newest.delete(entry[2]);
      newest.set(entry[2], entry);
    }
    return last([...newest.values()]);
  }

  #number(): number {
    this.#session ??= (this.#earlier().at(-1)?.[0] ?? 0) + 1;
    return this.#session;
  }
}

const mostEntries = 5000;

function readEntries(path: string): Entry[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  return text
    .split("\n")
    .slice(-mostEntries)
    .flatMap((line): Entry[] => {
      try {
        const [session, number, source] = JSON.parse(line) as unknown[];
        return typeof source === "string" ? [[Number(session), Number(number), source]] : [];
      } catch {
        return []; // the last line of a killed kernel may be half written
      }
    });
}

/** `*` and `?` as in a shell, over the whole text. */
function globPattern(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, "[\\s\\S]*")
    .replace(/\?/g, "[\\s\\S]");
  return new RegExp(`^${escaped}$`);
}
