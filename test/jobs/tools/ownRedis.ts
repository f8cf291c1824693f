import { after, before } from "node:test";
import { Redis } from "../../../bench/jobs/redis.ts";
import { findRedis } from "./findRedis.ts";

/** A Redis for the tests of a file: it starts before them and ends after them. Without one they are skipped, and say why. */
export async function ownRedis(): Promise<{ readonly skip: string | false; readonly redis: () => Redis }> {
  const found = await findRedis();
  let redis: Redis | undefined;
  before(async () => {
    if ("path" in found) redis = await Redis.start(found.path);
  });
  after(() => redis?.[Symbol.asyncDispose]());
  return { skip: "reason" in found ? found.reason : false, redis: () => redis! };
}
