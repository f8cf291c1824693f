import type { Failure } from "../messages.ts";
import { hasOwnEdition, markBegun, markWhole, otherNames, ownEdition, wholeOf } from "./editions.ts";
import { here } from "./here.ts";
import { keepFile } from "./keepFile.ts";
import { LoadFailure } from "./loadFailure.ts";
import { untilQuiet } from "./quiet.ts";
import { addressOf, site } from "./site.ts";

/** Files that are on their way at a time. */
const atATime = 6;

interface Load {
  /** How much of it is here, in bytes. */
  done: number;
  isLoading: boolean;
  failed: Failure | undefined;
}
const now: Load = { done: 0, isLoading: false, failed: undefined };

/** How the load of this worker's edition stands. */
export const load: Readonly<Load> = now;

let loading: Promise<void> | undefined;
let stop = new AbortController();

/** How much there is to keep, in bytes. */
export const siteBytes = (): number => site.files.reduce((sum, [, , bytes]) => sum + bytes, 0);

/** Ends a load; what has come stays. */
export async function stopLoading(): Promise<void> {
  stop.abort();
  await loading;
}

/**
 * Loads what is missing of this worker's edition, and marks it as whole when all of it is there. One load runs at a time.
 *
 * @param onStep called after each file
 */
export function loadEdition(onStep: () => void): Promise<void> {
  loading ??= begin(onStep).finally(() => {
    loading = undefined;
  });
  return loading;
}

/** Counts what is here of this worker's edition. */
export async function countDone(): Promise<void> {
  if (now.isLoading) return;
  const kept = await keptAddresses();
  now.done = site.files.reduce((sum, [path, , bytes]) => sum + (kept.has(addressOf(path)) ? bytes : 0), 0);
}

async function keptAddresses(): Promise<ReadonlySet<string>> {
  const requests = (await hasOwnEdition()) ? await (await ownEdition()).keys() : [];
  return new Set(requests.map(({ url }) => url));
}

async function begin(onStep: () => void): Promise<void> {
  const edition = await ownEdition();
  if (await wholeOf(edition)) return;
  await countDone();
  stop = new AbortController();
  Object.assign(now, { isLoading: true, failed: undefined });
  try {
    await markBegun(edition);
    await loadMissing(edition, onStep);
    const windows = await here.clients.matchAll({ type: "window", includeUncontrolled: true });
    const openBefore = windows.map(({ id }) => id);
    await markWhole(edition, { edition: site.edition, bytes: siteBytes(), at: Date.now(), openBefore });
  } catch (error) {
    now.failed = error instanceof LoadFailure ? error.reason : "network";
  } finally {
    now.isLoading = false;
  }
}

/** @throws the first failure, once all that was on its way is here */
async function loadMissing(edition: Cache, onStep: () => void): Promise<void> {
  const kept = await keptAddresses();
  const others = await Promise.all((await otherNames()).map((name) => caches.open(name)));
  const missing = site.files.filter(([path]) => !kept.has(addressOf(path))).values();
  let hasFailed = false;
  const one = async (): Promise<void> => {
    for (const file of missing) {
      if (hasFailed) return;
      await untilQuiet(stop.signal);
      await keepFile(file, edition, others, stop.signal);
      now.done += file[2];
      onStep();
    }
  };
  const all = await Promise.allSettled(
    Array.from({ length: atATime }, () =>
      one().catch((failure) => {
        hasFailed = true;
        throw failure;
      }),
    ),
  );
  for (const result of all) if (result.status === "rejected") throw result.reason;
}
