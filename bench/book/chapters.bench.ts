import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import type { Row } from "../run.ts";

export const title =
  "Each chapter from nothing, one after another: time (60 s allowed) and memory (1 500 MB allowed)";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
const lookEveryMs = 100;
const ps = promisify(execFile);

export async function bench(): Promise<{ rows: Row[] }> {
  const chapters = readdirSync(folder).filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name));
  const rows: Row[] = [];
  for (const chapter of chapters.sort()) {
    const memory = watchChildren();
    const path = folder + chapter;
    const { ms, failure } = await runNotebook(await readNotebook(path), { path });
    const name = chapter.replace(".ipynb", "");
    const note = failure ? `failed: ${failure.message}` : `at most ${Math.round(memory.most())} MB resident`;
    rows.push({ name, value: ms / 1000, unit: "s", note });
  }
  return { rows };
}

/** The most memory that processes started by this one hold, looked at ten times a second where there is a `ps`. */
function watchChildren(): { most(): number } {
  let most = Number.NaN;
  const timer = setInterval(async () => {
    const { stdout } = await ps("ps", ["--ppid", String(process.pid), "-o", "rss=,comm="]).catch(() => ({
      stdout: "",
    }));
    const lines = stdout.split("\n").filter((line) => /^ *\d+ (?!ps$)/.test(line));
    const megabytes = lines.reduce((sum, line) => sum + Number.parseInt(line, 10) / 1024, 0);
    if (lines.length > 0 && !(megabytes <= most)) most = megabytes;
  }, lookEveryMs);
  return {
    most() {
      clearInterval(timer);
      return most;
    },
  };
}
