import { setTimeout as pause } from "node:timers/promises";
import type { Json } from "../../jobs/job.ts";

/** A job of a bench: it takes so many ms of nobody's processor, and gives so many characters back. */
export async function perform(params: Json): Promise<Json> {
  const { ms, characters } = params as { readonly ms: number; readonly characters: number };
  if (ms > 0) await pause(ms);
  return "x".repeat(characters);
}
