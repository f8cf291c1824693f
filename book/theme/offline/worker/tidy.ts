import { editionNames, newestWhole, olderNames } from "./editions.ts";
import { here } from "./here.ts";
import { stopLoading } from "./loadEdition.ts";
import { site } from "./site.ts";

/** Removes older editions, once this worker's is whole and no window is open that may still load something of theirs. */
export async function tidy(): Promise<void> {
  const newest = await newestWhole();
  if (newest?.whole.edition !== site.edition) return;
  const windows = await here.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.some(({ id }) => newest.whole.openBefore.includes(id))) return;
  for (const name of await olderNames()) await caches.delete(name);
}

/** Removes all of the book from this device, and the worker with it. */
export async function removeBook(): Promise<void> {
  await stopLoading();
  for (const name of await editionNames()) await caches.delete(name);
  await here.registration.unregister();
}
