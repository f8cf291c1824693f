import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { bullmqQueue } from "../../jobs/bullmqQueue.ts";
import { codeDigest } from "../../jobs/codeDigest.ts";
import type { Executor } from "../../jobs/executor.ts";
import type { Job } from "../../jobs/job.ts";
import { localPool } from "../../jobs/localPool.ts";
import { queuedExecutor } from "../../jobs/queuedExecutor.ts";
import { seeded } from "../../lib/random/seeded.ts";
import type { Row } from "../run.ts";
import { Redis } from "./redis.ts";
import { type QueueCosts, simulateWorkers } from "./simulateWorkers.ts";

export const title =
  "A queue on Redis: what a job costs beside itself, 100 000 jobs through one worker, and 1 000 workers simulated";

const root = fileURLToPath(new URL("../../", import.meta.url));
const many = 100_000;
const threads = 2;

/** One Redis, one worker of two threads and one maker, on this machine. */
export async function bench(): Promise<{ rows: Row[] }> {
  let redis: Redis;
  try {
    redis = await Redis.start(process.env.REDIS_SERVER ?? "redis-server");
  } catch (error) {
    return { rows: [{ name: "not measured", value: Number.NaN, unit: "", note: (error as Error).message }] };
  }
  await using _redis = redis;
  const code = codeDigest(root, ["jobs", "bench/jobs"]);
  const worker = await startWorker(redis, code);
  const connect = async (): Promise<Executor> =>
    queuedExecutor(await bullmqQueue(redis.address, "bench", redis.env), { code });
  try {
    const rows: Row[] = [];
    await using executor = await connect();
    await through(executor, jobsOf("warm", 2000, 0, 10));

    const cpu = async (): Promise<[queue: number, maker: number, worker: number]> => {
      const { user, system } = process.cpuUsage();
      const sys = await redis.told("cpu", "used_cpu_sys");
      return [sys + (await redis.told("cpu", "used_cpu_user")), (user + system) / 1e6, cpuOf(worker)];
    };
    const memory: number[] = [residentMegabytes(worker)];
    const before = await redis.told("memory", "used_memory");
    const began = await cpu();
    const started = performance.now();
    for (let part = 0; part < 5; part += 1) {
      await through(executor, jobsOf(`part${part}`, many / 5, 0, 10));
      memory.push(residentMegabytes(worker));
    }
    const perJob = (performance.now() - started) / many;
    const ended = await cpu();
    const [queue, maker, own] = ended.map((seconds, k) => (seconds - began[k]!) / many) as [
      number,
      number,
      number,
    ];
    const after = await redis.told("memory", "used_memory");

    await using pool = localPool(root, threads);
    await through(pool, jobsOf("warm", 2000, 0, 10));
    const local = (await through(pool, jobsOf("local", many / 5, 0, 10))) / (many / 5);
    rows.push(
      { name: "a job through the queue", value: perJob, unit: "ms", note: `of ${many}, each of nothing` },
      { name: "a job in threads of this process", value: local, unit: "ms" },
      { name: "queue ÷ threads", value: perJob / local, unit: "×" },
      { name: "  of Redis's processor", value: 1000 * queue, unit: "ms" },
      { name: "  of whoever asks", value: 1000 * maker, unit: "ms" },
      { name: "  of the worker, its threads with it", value: 1000 * own, unit: "ms" },
      {
        ...{ name: "jobs are too small below", value: 9 * threads * perJob, unit: "ms" },
        note: "there a tenth of the workers' time goes into the queue",
      },
      {
        ...{
          name: `worker after ${many} jobs − after ${many / 5}`,
          value: memory.at(-1)! - memory[1]!,
          unit: "MB",
        },
        note: memory.map((each) => each.toFixed(0)).join(", "),
      },
      { name: "Redis after them − before", value: (after - before) / 2 ** 20, unit: "MB" },
    );

    const large = 1_000_000;
    const [cold] = await cpu();
    const sent = 200;
    const withBytes = (await through(executor, jobsOf("large", sent, 0, large))) / sent;
    const [hot] = await cpu();
    rows.push(
      { name: "a result of 1 MB", value: withBytes, unit: "ms" },
      { name: "  of Redis's processor", value: (1000 * (hot - cold)) / sent, unit: "ms" },
    );

    // The worker's own thread alone: what the job's threads take is not in its way.
    const costs: QueueCosts = { queue, maker, worker: own, roundTrip: 0.0005 };
    const next = seeded(1);
    for (const [workers, seconds] of [
      ...[
        [threads, 0.01],
        [threads, 0.1],
      ],
      ...[
        [100, 0.1],
        [100, 1],
        [1000, 0.1],
        [1000, 1],
        [1000, 10],
      ],
    ] as [number, number][]) {
      const { rate, busy, limit } = simulateWorkers(workers, seconds, costs, () => next.next());
      rows.push({
        ...{ name: `simulated: ${workers} at work, jobs of ${seconds} s`, value: 100 * busy, unit: "% busy" },
        note: `${rate.toPrecision(3)} jobs a second${limit === "none" ? "" : `; in the way: the ${limit}`}`,
      });
    }
    for (const seconds of [0.01, 0.1]) {
      const count = Math.round(20 / seconds);
      const took = (await through(executor, jobsOf(`of${seconds}`, count, 1000 * seconds, 10))) / 1000;
      rows.push({
        ...{
          name: `measured: ${threads} at work, jobs of ${seconds} s`,
          value: (100 * count * seconds) / threads / took,
        },
        ...{ unit: "% busy", note: "they last all the same, and not exponentially" },
      });
    }
    return { rows };
  } finally {
    worker.kill("SIGKILL");
  }
}

function* jobsOf(name: string, count: number, ms: number, characters: number): Generator<Job> {
  for (let k = 0; k < count; k += 1)
    yield { key: `${name}.${k}`, module: "bench/jobs/echoJob.ts", params: { ms, characters } };
}

/** @returns how long it took, in ms */
async function through(executor: Executor, jobs: Iterable<Job>): Promise<number> {
  const began = performance.now();
  for await (const done of executor.perform(jobs)) if ("fault" in done) throw new Error(done.fault);
  return performance.now() - began;
}

async function startWorker(redis: Redis, code: string): Promise<ChildProcess> {
  const program = fileURLToPath(new URL("./benchWorker.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", program, redis.address, code, String(threads)], {
    ...{ cwd: tmpdir(), env: { ...process.env, ...redis.env } },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((done, fail) => {
    child.stdout!.once("data", () => done());
    child.once("exit", (status) => fail(new Error(`The worker on ${hostname()} ended with ${status}`)));
  });
  return child;
}

/** Seconds of processor that a process has had. Of Linux. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const residentMegabytes = ({ pid }: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
