import { Queue, QueueEvents, UnrecoverableError, Worker } from "bullmq";
import { Redis } from "ioredis";
import {
  type EndsHeard,
  type JobQueue,
  type QueuedEnd,
  type QueuedJob,
  QueueError,
  type QueueStatus,
  type Working,
  type WorkOptions,
} from "./jobQueue.ts";
import { type QueueConnection, queueConnection } from "./queueConnection.ts";

/** How many jobs are kept when they are set aside. */
const keptAside = 1000;
/** How often a job may lose its worker and be given to another. */
const losses = 1;
/** The largest job that is sent, in characters of JSON. */
const mostCharacters = 64 * 1024;

/**
 * A queue on Redis or Valkey, by BullMQ: the one file that knows it.
 *
 * Ends travel in a line of their own for each maker, not as BullMQ's return values: those go through a stream of events, which
 * is cut to a length, and whoever reads it too late has lost them.
 *
 * @param address redis://HOST:PORT/DB, or rediss:// for TLS; user and password are `GENLOSS_QUEUE_USER` and
 *   `GENLOSS_QUEUE_PASSWORD` in the environment
 * @param name of the line: makers and workers of one name meet
 * @throws {QueueError} within seconds, if the address is none, nobody answers there, or we are not let in
 */
export async function bullmqQueue(
  address: string,
  name: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<JobQueue> {
  const connection = await queueConnection(address, env);
  const line: Line<QueuedJob> = new Queue(name, { connection });
  // Without a listener Node takes a lost connection for the end of the process; BullMQ connects again by itself.
  line.on("error", () => {});

  return {
    async add(jobs) {
      for (const job of jobs) {
        const { length } = JSON.stringify(job);
        if (length > mostCharacters)
          throw new QueueError(
            `Cannot send a job: it must have at most ${mostCharacters} characters, got ${length}: ${job.key}`,
          );
      }
      await line.addBulk(
        jobs.map((data) => ({
          ...{ name: data.module, data },
          opts: { jobId: data.id, removeOnComplete: true, removeOnFail: { count: keptAside } },
        })),
      );
    },

    waiting: () => line.getWaitingCount(),

    async takeBack(ids) {
      for (const id of ids) await line.remove(id).catch(() => 0); // it may have begun
    },

    ends: (answerTo) => hearEnds(name, answerTo, connection),
    work: (work) => beginWork(name, connection, work),

    async status() {
      const counts = await line.getJobCounts("wait", "active");
      const failed = await line.getFailed(0, 19);
      const workers = await line.getWorkers();
      return {
        ...{ waiting: counts.wait ?? 0, running: counts.active ?? 0 },
        setAside: failed.map(({ data, failedReason }) => ({
          ...{ key: data.key, module: data.module, fault: failedReason },
        })),
        workers: workers.map((worker) => worker.rawname?.split(":w:")[1] ?? worker.addr ?? "?"),
      } satisfies QueueStatus;
    },

    async [Symbol.asyncDispose]() {
      await line.close();
    },
  };
}

/** A queue whose jobs carry this, and are called by any name. */
type Line<Data> = Queue<Data, void, string, Data, void, string>;

const answersOf = (name: string, maker: string): string => `${name}-answers-${maker}`;

async function hearEnds(name: string, maker: string, connection: QueueConnection): Promise<EndsHeard> {
  const waiting: QueuedEnd[] = [];
  let wake = (): void => {};
  const hear = (end: QueuedEnd): void => {
    waiting.push(end);
    wake();
  };
  const answers = new Worker<QueuedEnd>(answersOf(name, maker), async ({ data }) => hear(data), {
    // Several on their way, so that the wait for the queue is not a wait between ends.
    ...{ connection, concurrency: 16, removeOnComplete: { count: 0 } },
  });
  // A job whose workers die again and again is given up by BullMQ itself, with nobody there to tell; of all others that fail
  // a worker has told.
  const line: Line<QueuedJob> = new Queue(name, { connection });
  const events = new QueueEvents(name, { connection });
  events.on("failed", ({ jobId, failedReason }) => {
    if (!jobId.startsWith(`${maker}.`) || !/stalled/.test(failedReason)) return;
    line
      .getJob(jobId)
      .then(
        (job) =>
          job && hear({ key: job.data.key, fault: failedReason, worker: "the queue", isGivenUp: true }),
      )
      .catch(() => {});
  });
  answers.on("error", () => {});
  events.on("error", () => {});
  line.on("error", () => {});
  await Promise.all([answers.waitUntilReady(), events.waitUntilReady()]);
  return {
    async next() {
      for (;;) {
        const end = waiting.shift();
        if (end) return end;
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([answers.close(true), events.close()]);
      const own = new Queue(answersOf(name, maker), { connection });
      own.on("error", () => {});
      await own.obliterate({ force: true }).catch(() => {}); // without a connection it stays, and is small
      await Promise.all([own.close(), line.close()]);
    },
  };
}

async function beginWork(name: string, connection: QueueConnection, options: WorkOptions): Promise<Working> {
  const { concurrency, patienceMs: lockDuration, onConnection } = options;
  // One for the answers to all makers: a worker outlives many of them.
  const client = new Redis({ ...connection });
  client.on("error", () => {});
  const answers = new Map<string, Line<QueuedEnd>>();
  const answer = async (maker: string, end: QueuedEnd): Promise<void> => {
    let line = answers.get(maker);
    if (!line) {
      line = new Queue(answersOf(name, maker), { connection: client });
      line.on("error", () => {});
      answers.set(maker, line);
    }
    await line.add("end", end, { removeOnComplete: true, removeOnFail: true });
  };
  let isCut = false;
  const worker = new Worker<QueuedJob>(
    name,
    async ({ data }) => {
      const end = await options.do(data);
      // What ends behind a stop is somebody else's: a word of it would open the connection anew.
      if (isCut) return new Promise<void>(() => {});
      // Told first: if this process dies now, the job is done once more, and its second end is the same.
      await answer(data.answerTo, end);
      if (end.fault !== undefined) throw new UnrecoverableError(end.fault);
    },
    {
      ...{ connection, concurrency, lockDuration, name: options.name },
      ...{ stalledInterval: Math.max(1000, lockDuration / 2), maxStalledCount: losses },
      ...{ removeOnComplete: { count: 0 }, removeOnFail: { count: keptAside } },
    },
  );
  let isThere = true;
  const say = (now: boolean): void => {
    if (now === isThere) return;
    isThere = now;
    onConnection?.(now);
  };
  worker.on("error", () => say(false));
  worker.on("active", () => say(true));
  await worker.waitUntilReady();
  const close = async (isForced: boolean): Promise<void> => {
    isCut = isForced;
    await worker.close(isForced);
    await Promise.all([...answers.values()].map((line) => line.close()));
    client.disconnect();
  };
  return { drain: () => close(false), stop: () => close(true) };
}
