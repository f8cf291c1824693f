import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Refusal } from "../../kernel/refusal.ts";
import { guard } from "./guard.ts";
import { reviewApp } from "./reviewApp.ts";
import { reviewAssets } from "./reviewAssets.ts";
import type { ReviewCourse } from "./reviewCourse.ts";
import { ReviewDesk } from "./reviewDesk.ts";

export interface ServedReview {
  /** Opens the review once, in one browser. */
  readonly address: string;
  /** How many answers wait to be read. */
  readonly open: number;
  close(): Promise<void>;
}

/**
 * Serves a review on this machine alone.
 *
 * @param port 0 takes any free one
 * @param tell called as answers are read, before anybody can ask for a page
 * @throws {Refusal} (exit code 2) if the port is taken, or drafts cannot be read
 */
export async function serveReview(
  course: ReviewCourse,
  port = 0,
  tell: (done: number, of: number) => void = () => {},
): Promise<ServedReview> {
  const desk = new ReviewDesk(course);
  desk.readAll(tell);
  const reviews = desk.reviews(desk.cells());
  let origin = "http://127.0.0.1:0";
  const door = guard(() => origin);
  const app = reviewApp(desk, door, await reviewAssets());
  const server = createServer(getRequestListener(app.fetch));
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (cause) {
    throw new Refusal(
      `Cannot serve the review: port ${port} must be free, ${(cause as Error).message}\n  Try   --port 0, which takes any`,
      2,
      { cause },
    );
  }
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `${origin}/?token=${door.token}`,
    open: reviews
      .filter(({ cell }) => cell.kind !== "tests")
      .reduce((sum, { entries }) => sum + entries.filter(({ isOpen }) => isOpen).length, 0),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
