import { Redis } from "ioredis";
import { QueueError } from "./jobQueue.ts";

/** Where a queue is, as BullMQ and its client both take it. */
export interface QueueConnection {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: object;
  readonly connectTimeout: number;
  /** null: what is asked while the connection is lost waits until it is there again. */
  readonly maxRetriesPerRequest: null;
}

/** How long a queue may take to answer at first, in ms. */
const patienceMs = 5000;
/**
 * A connection to a queue that is there and lets us in.
 *
 * @param address redis://HOST:PORT/DB, or rediss:// for TLS
 * @param env has `GENLOSS_QUEUE_USER` and `GENLOSS_QUEUE_PASSWORD`, if they are asked for
 * @throws {QueueError} within seconds, if the address is none, nobody answers there, or we are not let in
 */
export async function queueConnection(
  address: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<QueueConnection> {
  const connection = connectionTo(address, env);
  await greet(connection, address);
  return connection;
}

function connectionTo(address: string, env: Readonly<Record<string, string | undefined>>): QueueConnection {
  const refuse = (got: string): never => {
    throw new QueueError(
      `Cannot open the queue: its address must be redis://HOST:PORT or rediss://HOST:PORT, got ${got}`,
    );
  };
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return refuse(address);
  }
  if (!/^rediss?:$/.test(url.protocol) || url.hostname === "" || !/^\/?\d*$/.test(url.pathname))
    return refuse(address);
  if (url.username || url.password)
    return refuse(
      "one with a password in it, which everybody sees who lists processes\n  Try   GENLOSS_QUEUE_PASSWORD and GENLOSS_QUEUE_USER in the environment",
    );
  const { GENLOSS_QUEUE_USER: username, GENLOSS_QUEUE_PASSWORD: password } = env;
  return {
    ...{ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 6379) },
    db: Number(url.pathname.slice(1) || 0),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(url.protocol === "rediss:" && { tls: {} }),
    ...{ connectTimeout: patienceMs, maxRetriesPerRequest: null },
  };
}

/** Asks whether somebody is there, and says what is wrong: BullMQ would try for ever. */
async function greet(connection: QueueConnection, address: string): Promise<void> {
  const client = new Redis({
    ...connection,
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let why: unknown;
  client.on("error", (error) => {
    why ??= error;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    await Promise.race([client.connect().then(() => client.ping()), silence]);
  } catch (error) {
    const cause = (why ?? error) as Error & { code?: string };
    throw new QueueError(`Cannot open the queue ${address}: ${wordsFor(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
    client.disconnect();
  }
}

function wordsFor({ message, code }: Error & { code?: string }): string {
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password/i.test(message))
    return `it does not let us in (${message})\n  Try   GENLOSS_QUEUE_PASSWORD, and GENLOSS_QUEUE_USER if it has users`;
  if (/certificate|altnames/i.test(message))
    return `its certificate is not one that Node trusts (${message})\n  Try   NODE_EXTRA_CA_CERTS, which names a file with the certificate of who signed it`;
  if (code === "ECONNREFUSED") return "nobody listens there";
  return message || code || "it does not answer";
}
