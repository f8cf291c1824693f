/** What a job costs beside itself, in seconds of one processor. */
export interface QueueCosts {
  /** Of the queue's one thread. */
  readonly queue: number;
  /** Of whoever asks, who takes one end after the other. */
  readonly maker: number;
  /** Of the worker's own thread, beside the one that does the job. */
  readonly worker: number;
  /** From a worker to the queue and back. */
  readonly roundTrip: number;
}

export interface Simulated {
  /** Jobs a second that come to whoever asked. */
  readonly rate: number;
  /** Share of the workers' time in which they do jobs. */
  readonly busy: number;
  /** What stands in the way: where most of the waiting is, or nothing that counts. */
  readonly limit: "queue" | "maker" | "none";
}

/** So often a job's talk with the queue: it is put in, taken, its end is told, taken, and it is put away. */
const talks = 5;

/**
 * Workers at one queue, event by event: each takes a job, does it, and tells its end. The queue serves one after the other, and
 * so does whoever asks. Jobs last `seconds` on the average, exponentially: of all that one might take, the laws of queues are
 * simplest for it.
 *
 * @param next uniform numbers in [0, 1)
 * @param jobs how many are simulated
 */
export function simulateWorkers(
  workers: number,
  seconds: number,
  costs: QueueCosts,
  next: () => number,
  jobs: number = Math.max(20_000, 20 * workers),
): Simulated {
  // Whoever is free next comes first.
  const free = heapOf(workers);
  const told = new Float64Array(jobs);
  let [queueFree, waitedForQueue, lastTaken] = [0, 0, 0];
  for (let job = 0; job < jobs; job += 1) {
    const asks = free.least();
    const served = Math.max(asks, queueFree);
    waitedForQueue += served - asks;
    lastTaken = served;
    queueFree = served + costs.queue;
    const talking = ((talks - 1) * costs.roundTrip) / 2 + costs.worker;
    told[job] = queueFree + talking - seconds * Math.log(1 - next());
    free.replace(told[job]!);
  }
  // Ends come to the maker as they come. It sends no more than it hears of, so that its pace is everybody's.
  told.sort();
  // After the last job was taken workers fall idle one by one, which is not what is asked for.
  let [makerFree, waitedForMaker, ended] = [0, 0, 0];
  for (const tells of told) {
    const heard = Math.max(tells, makerFree);
    waitedForMaker += heard - tells;
    makerFree = heard + costs.maker;
    if (makerFree <= lastTaken) ended += 1;
  }
  const rate = ended / lastTaken;
  const busy = (rate * seconds) / workers;
  const most = Math.max(waitedForQueue, waitedForMaker) / jobs;
  const limit = most < 0.1 * seconds ? "none" : waitedForQueue >= waitedForMaker ? "queue" : "maker";
  return { rate, busy, limit };
}

/** Times, of which the least is at hand. */
function heapOf(size: number): { least(): number; replace(time: number): void } {
  const times = new Float64Array(size);
  return {
    least: () => times[0]!,
    replace(time) {
      let place = 0;
      for (;;) {
        let child = 2 * place + 1;
        if (child >= size) break;
        if (child + 1 < size && times[child + 1]! < times[child]!) child += 1;
        if (times[child]! >= time) break;
        times[place] = times[child]!;
        place = child;
      }
      times[place] = time;
    },
  };
}
