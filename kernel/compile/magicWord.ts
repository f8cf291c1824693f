/** A line as notebooks of other languages have it: for the notebook itself, or for the shell. */
const magicLine = /^\s*(?<mark>%%?|!)\s*(?<name>[a-z][\w-]*)(?<rest>.*)$/i;
/** After `!name`, what only an expression has: such a line means a value. */
const ofExpression = /^\s*(?:[.(=?:;[]|&&|\|\||,)/;

const shells = new Set([
  "bash",
  "sh",
  "cmd",
  "system",
  "sx",
  "script",
  "pip",
  "conda",
  "ls",
  "cd",
  "cat",
  "env",
]);
const clocks = new Set(["time", "timeit", "prun"]);

/**
 * What to say of a line that is a magic or a shell command in other kernels: `%time 1 + 1`, `%%bash`, `!ls`. For cells
 * that failed there; whether a cell is TypeScript is never decided by this.
 *
 * @param line of the error, from 1
 * @returns undefined for a line that is nothing of the kind
 */
export function magicWord(source: string, line: number): string | undefined {
  const lines = source.split("\n");
  // `%%bash` makes the whole cell something else, wherever the parser stumbles.
  const top = lines.find((text) => text.trim() !== "") ?? "";
  const {
    mark,
    name = "",
    rest = "",
  } = (/^\s*%%/.test(top) ? magicLine.exec(top) : magicLine.exec(lines[line - 1] ?? ""))?.groups ?? {};
  if (mark === undefined || (mark === "!" && ofExpression.test(rest))) return undefined;
  const body = lines.slice(lines.indexOf(top) + 1).find((text) => text.trim() !== "");
  const command = mark === "%%" ? (body ?? "") : rest;
  const means =
    mark === "!"
      ? "If this is meant for the shell: cells have no !,"
      : `There are no magics such as ${mark}${name}:`;
  return `${means} a cell is TypeScript. ${instead(mark, name, command)}`;
}

function instead(mark: string, name: string, rest: string): string {
  if (clocks.has(name)) return 'To measure:  console.time("it"); …; console.timeEnd("it")';
  if (mark === "!" || shells.has(name)) {
    const isOwnCommand = mark === "!" || !/^(?:bash|sh|cmd|system|sx|script)$/.test(name);
    const command = isOwnCommand ? name + rest : rest;
    const quoted = JSON.stringify(command.trim() === "" ? "ls" : command.trim());
    return `To run a command:  import { execSync } from "node:child_process"; console.log(execSync(${quoted}, { encoding: "utf8" }))`;
  }
  return "Charts, tables and pictures show by themselves; commands run with node:child_process";
}
