import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Here, Job, JobModule, Json } from "./job.ts";

/** The largest result that may travel, in characters of JSON. */
const mostCharacters = 64 * 2 ** 20;

/**
 * Does a job here.
 *
 * @param root the project's folder
 * @returns the result as JSON text: what another thread or machine is sent
 * @throws {TypeError} if the module has no `perform`, or gives what JSON cannot carry
 * @throws {RangeError} if the result is too large to travel; and whatever `perform` throws
 */
export async function performJob(
  root: string,
  { module, params }: Pick<Job, "module" | "params">,
  here: Here,
): Promise<string> {
  if (!/^[\w-]+(?:\/[\w-]+)*\.ts$/.test(module))
    throw new TypeError(`Cannot do a job: its module must be a path from the project's root, got ${module}`);
  const { perform } = (await import(pathToFileURL(join(root, module)).href)) as Partial<JobModule>;
  if (typeof perform !== "function")
    throw new TypeError(`Cannot do a job: ${module} must export a function perform, got ${typeof perform}`);
  const text: string | undefined = JSON.stringify(await perform(params, here), refuseLosses);
  if (text === undefined)
    throw new TypeError(`Cannot send the result of a job: ${module} must give JSON, got nothing`);
  if (text.length > mostCharacters)
    throw new RangeError(
      `Cannot send the result of a job: it must have at most ${mostCharacters} characters, got ${text.length}`,
    );
  return text;
}

/** JSON would write NaN as null, and leave undefined out. */
function refuseLosses(key: string, value: unknown): Json {
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value)))
    throw new TypeError(`Cannot send the result of a job: ${key || "it"} must be JSON, got ${value}`);
  return value as Json;
}
