import { type Found, findBrowser } from "../../tools/findBrowser.ts";

let found: Promise<Found> | undefined;

/** Looks for a Redis or a Valkey to test with: `REDIS_SERVER` names one; on Debian root installs it. */
export function findRedis(): Promise<Found> {
  found ??= findBrowser({
    variable: "REDIS_SERVER",
    kind: "queue",
    title: "redis-server",
    names: ["redis-server", "valkey-server"],
    places: [],
    debian: "redis-server",
  });
  return found;
}
