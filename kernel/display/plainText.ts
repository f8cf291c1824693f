import { inspect } from "node-inspect-extracted";

/** A value as text, the same on every host: no colours, long ones cut. */
export function plainText(value: unknown): string {
  try {
    return inspect(value, options);
  } catch {
    return byNode(value) ?? "(a value that cannot be read)";
  }
}

const options = { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 } as const;

/** Node looks behind a proxy whose traps fail, which only Node can. */
function byNode(value: unknown): string | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?(id: "node:util"): { inspect: typeof inspect } };
  };
  try {
    return process?.getBuiltinModule?.("node:util").inspect(value, options);
  } catch {
    return undefined;
  }
}
