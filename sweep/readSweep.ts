import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Sweep } from "generation-loss/sweep";
import { Refusal } from "../kernel/refusal.ts";

/**
 * The sweep that a file exports, under whatever name.
 *
 * @throws {Refusal} (exit code 2) if there is no such file, it cannot be loaded, or exports none or several
 */
export async function readSweep(path: string): Promise<Sweep> {
  const file = resolve(path);
  const refuse = (why: string, cause?: unknown): never => {
    throw new Refusal(`Cannot read the sweep ${path}: ${why}`, 2, { cause });
  };
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return refuse(`it must be a file, and ${info ? "is none" : "there is none"}`);
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(pathToFileURL(file).href)) as typeof exported;
  } catch (error) {
    return refuse(String((error as Error)?.message ?? error), error);
  }
  const found = Object.entries(exported).filter(([, value]) => isSweep(value));
  if (found.length === 1) return found[0]![1] as Sweep;
  const got = found.length === 0 ? "none" : found.map(([name]) => name).join(" and ");
  return refuse(`it must export one value of sweep() of generation-loss/sweep, got ${got}`);
}

const isSweep = (value: unknown): boolean =>
  typeof value === "object" && value !== null && (value as Partial<Sweep>).kind === "genloss-sweep";
