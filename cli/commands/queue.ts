import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { openQueue } from "../openQueue.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `genloss queue`: what is going on in a queue. */
export function queueCommand(): Command {
  return new Command("queue")
    .description("look into a queue of jobs")
    .addCommand(
      new Command("status")
        .description("how many jobs wait and run, who works, and what was set aside")
        .requiredOption("--queue <address>", "redis://HOST:PORT, or rediss:// for TLS")
        .option("--course <folder>", "the line of the course that is there")
        .option("--json", "as JSON")
        .action(status),
    );
}

async function status({
  queue: address,
  course,
  json,
}: {
  readonly queue: string;
  readonly course?: string;
  readonly json?: boolean;
}): Promise<void> {
  const { queue, code } = await openQueue(
    root,
    address,
    course === undefined ? undefined : (await import("../releasedCourse.ts")).releasedCourse(course).id,
  );
  await using _open = queue;
  const { waiting, running, workers, setAside } = await queue.status();
  if (json) {
    console.log(JSON.stringify({ code, waiting, running, workers, setAside }, null, 1));
    return;
  }
  console.log(
    [
      `Code ${code.slice(0, 12)}: ${waiting} waiting, ${running} running`,
      workers.length === 0 ? "No worker listens." : `Workers: ${workers.join(", ")}`,
      ...(setAside.length === 0 ? [] : ["Set aside, the newest first:"]),
      ...setAside.map(({ key, module, fault }) => `  ${module} ${key}: ${fault}`),
    ].join("\n"),
  );
}
