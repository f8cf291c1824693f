import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { fileToReplace } from "../../kernel/files/fileToReplace.ts";
import { writeWhole } from "../../kernel/files/writeWhole.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { withLanguageInfo } from "../../kernel/notebook/languageInfo.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { markCopy, refuseOthersNotebook } from "../copyMark.ts";
import { failureMessage } from "../failureMessage.ts";
import { progressLine } from "../progressLine.ts";

/** In seconds: what a timer of Node can hold. */
const longestTimeout = 2_147_483;

interface RunFlags {
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly force?: boolean;
  readonly timeout: string;
  readonly allowErrors?: boolean;
}

/** `genloss run`: runs a notebook without Jupyter and writes it with its outputs. */
export function runCommand(): Command {
  return new Command("run")
    .description("run a notebook top to bottom and write a copy with its outputs")
    .argument("<notebook>", "an .ipynb file with TypeScript cells")
    .option("-o, --out <file>", "where to write it (default: NAME.out.ipynb beside the notebook)")
    .option("--in-place", "write the outputs into the notebook itself")
    .option("--force", "replace the file at --out even if it is no copy that this command made")
    .option("--timeout <seconds>", "longest time one cell may take", "600")
    .option("--allow-errors", "go on after a failing cell, and succeed")
    .action(run);
}

async function run(file: string, flags: RunFlags): Promise<void> {
  const seconds = Number(flags.timeout);
  if (!(seconds > 0 && seconds <= longestTimeout)) {
    const range = `above 0 and at most ${longestTimeout}`;
    throw new Refusal(
      `Cannot run ${file}: --timeout must be a number of seconds ${range}, got ${flags.timeout}`,
      2,
    );
  }
  if (flags.out !== undefined && flags.inPlace) {
    throw new Refusal(`Cannot run ${file}: give --out or --in-place, not both`, 2);
  }
  if (flags.out === "") throw new Refusal(`Cannot run ${file}: --out must name a file, got ""`, 2);
  const path = resolve(file);
  const target = flags.inPlace ? path : resolve(flags.out ?? path.replace(/(\.ipynb)?$/, ".out.ipynb"));
  const itself = await realpath(path).catch(() => path);
  if (!flags.inPlace && (await realpath(target).catch(() => target)) === itself) {
    throw new Refusal(
      `Cannot run ${file}: --out must name another file, got the notebook itself\n  Try   --in-place`,
      2,
    );
  }
  const before = flags.inPlace ? await readFile(path, "utf8").catch(() => "") : "";
  const notebook = await readNotebook(path);
  refuseOtherLanguages(file, notebook);
  const refuseTarget = (): void => {
    fileToReplace(target);
    if (!flags.inPlace && !flags.force) refuseOthersNotebook(target);
  };
  refuseTarget(); // before the run and not only after
  const progress = progressLine(process.stderr);
  const {
    notebook: finished,
    failure,
    ms,
  } = await runNotebook(notebook, {
    path,
    timeoutMs: seconds * 1000,
    allowErrors: flags.allowErrors ?? false,
    onCell: ({ type, id, number, total, ms: cellMs, failed }) => {
      if (type === "start") progress.show(`  ${number}/${total}  ${id} …`);
      else
        progress.keep(
          `  ${number}/${total}  ${id}  ${((cellMs ?? 0) / 1000).toFixed(2)} s${failed ? "  failed" : ""}`,
        );
    },
  });
  progress.clear();
  if (failure && !flags.allowErrors) throw new Refusal(failureMessage(file, failure), 1);

  if (flags.inPlace && (await readFile(path, "utf8").catch(() => undefined)) !== before) {
    throw new Refusal(
      `Cannot write ${file}: it was changed while it ran\n  Try   genloss run ${file} --in-place   again`,
      1,
    );
  }
  refuseTarget();
  const whole = withLanguageInfo(finished);
  writeWhole(target, formatNotebook(flags.inPlace ? whole : markCopy(whole, path)));
  const shown = flags.out ?? (flags.inPlace ? file : join(dirname(file), basename(target)));
  console.log(`Wrote ${shown} (${(ms / 1000).toFixed(1)} s)`);
}

/** A Python notebook would fail at its first line; better to say why. */
function refuseOtherLanguages(file: string, { metadata }: Notebook): void {
  const { kernelspec, language_info: info } = metadata as {
    kernelspec?: { language?: unknown } | null;
    language_info?: { name?: unknown } | null;
  };
  const language = info?.name ?? kernelspec?.language;
  if (typeof language !== "string" || /^(?:typescript|javascript|tslab|jslab|node(?:js)?)$/i.test(language))
    return;
  throw new Refusal(`Cannot run ${file}: its cells must be TypeScript, got ${language}`, 2);
}
