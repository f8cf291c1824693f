/** What runs in the sandbox while it is probed: does the one thing that the request names, and says how that went. */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { actions } from "./actions.ts";
import type { Reply, Request } from "./request.ts";

const say = (reply: Reply): void => void writeSync(3, `${JSON.stringify(reply)}\n`);

say({ ready: true });
createInterface({ input: process.stdin }).once("line", async (line) => {
  const request = JSON.parse(line) as Request;
  // The entry of that name takes the requests of that name; the type of a record cannot say so.
  const act = actions[request.action] as unknown as (
    request: Request,
    tell: (amount: number) => void,
  ) => string | Promise<string>;
  try {
    say({ reached: await act(request, (amount) => say({ amount })) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    say({ refused: code ?? "", message });
  }
  process.exit(0);
});
