import { Queue, UnrecoverableError, Worker } from "bullmq";
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
import { suspects } from "./suspects.ts";

/** How many jobs are kept when they are set aside. */
const keptAside = 1000;
/** How often a job may lose a worker that did nothing else: by chance, as when machines are taken away, it is seldom so often. */
const losses = 3;
/** How often it may lose its worker in any company: `losses` comes first. */
const lossesAtAll = 1_000_000;
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

/** A job, and how often it lost a worker that did nothing else. */
interface TriedJob extends QueuedJob {
  readonly lostAlone?: number;
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
  answers.on("error", () => {});
  await answers.waitUntilReady();
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
      await answers.close(true);
      const own = new Queue(answersOf(name, maker), { connection });
      own.on("error", () => {});
      await own.obliterate({ force: true }).catch(() => {}); // without a connection it stays, and is small
      await own.close();
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
  const beside = suspects();
  const worker = new Worker<TriedJob>(
    name,
    async (job) => {
      const { data, stalledCounter } = job;
      const { lostAlone = 0 } = data;
      const fault = `Whoever does it dies: ${stalledCounter} workers were lost, the last while it did nothing else`;
      const end =
        lostAlone >= losses
          ? { key: data.key, fault, worker: options.name }
          : await beside(stalledCounter > 0, async () => {
              // Written before it begins: if this worker dies now, it is by this job.
              if (stalledCounter > 0) await job.updateData({ ...data, lostAlone: lostAlone + 1 });
              return options.do(data);
            });
      // What ends behind a stop is somebody else's: a word of it would open the connection anew.
      if (isCut) return new Promise<void>(() => {});
      // Told first: if this process dies now, the job is done once more, and its second end is the same.
      await answer(data.answerTo, end);
      if (end.fault !== undefined) throw new UnrecoverableError(end.fault);
    },
    {
      ...{ connection, concurrency, lockDuration, name: options.name },
      ...{ stalledInterval: Math.max(1000, lockDuration / 2), maxStalledCount: lossesAtAll },
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
