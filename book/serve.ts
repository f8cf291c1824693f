import { createServer, type Server } from "node:http";
import { join, relative } from "node:path";
import { watch } from "chokidar";
import sirv from "sirv";
import { Refusal } from "../kernel/refusal.ts";
import { type BuildOptions, buildBook } from "./build.ts";
import { siteFolder } from "./flavour.ts";
import { liveReload } from "./liveReload.ts";
import { policyOf } from "./policy.ts";
import { refuseSitePlace } from "./refuseSitePlace.ts";

export interface ServeOptions extends BuildOptions {
  /** First port to try; 4000 by default. 0 takes any free one. */
  readonly port?: number;
}

export interface ServedBook {
  readonly url: string;
  /** Resolves after the rebuild under way, if any. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const watched = ["notebooks", "lib", "data", "kernel", "book"];

/**
 * Builds the book, serves it on this machine only, and rebuilds it as its sources change.
 * A rebuild that fails is told in the terminal and over the open page; the last good site stays.
 */
export async function serveBook(options: ServeOptions): Promise<ServedBook> {
  const { root, flavour = "reader", onProgress = () => {} } = options;
  const { out = join(root, siteFolder[flavour]) } = options;
  refuseSitePlace(root, out, flavour);
  const live = liveReload();
  let fault: string | undefined;

  const build = async (): Promise<void> => {
    try {
      await buildBook({ ...options, out });
      fault = undefined;
    } catch (error) {
      fault = error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error);
      onProgress(fault);
    }
    live.tell(fault);
  };
  await build();

  const rebuilds = oneAtATime(build);
  const watcher = watch(
    watched.map((folder) => join(root, folder)),
    {
      ignoreInitial: true,
      ignored: (path) => isIgnored(relative(root, path)),
      awaitWriteFinish: { stabilityThreshold: 80 },
    },
  );
  watcher.on("all", (_event, path) => {
    onProgress(`${relative(root, path)}  changed`);
    rebuilds.ask();
  });
  await new Promise<void>((done) => watcher.once("ready", () => done()));

  // `dev` reads from disk at each request: files are replaced under it.
  const files = sirv(out, {
    dev: true,
    single: false,
    setHeaders(response, path) {
      const policy = policyOf(path, () => "");
      if (policy !== undefined) response.setHeader("content-security-policy", policy);
    },
  });
  const server = createServer((request, response) => {
    if (live.handle(request, response, { out, fault })) return;
    files(request, response, () => live.notFound(response, out));
  });
  const port = await listen(server, options.port ?? 4000);
  const url = `http://127.0.0.1:${port}/`;

  return {
    url,
    idle: () => rebuilds.idle(),
    async close() {
      await watcher.close();
      await rebuilds.idle();
      live.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** Editors leave files of their own, and the build writes in `book/` too. */
const isIgnored = (path: string): boolean =>
  path
    .split(/[/\\]/)
    .some(
      (name) =>
        name === "node_modules" || /^dist(?:-class)?$/.test(name) || (name.startsWith(".") && name !== "."),
    ) || path.endsWith("~");

/** Runs the work again after a wave of changes, never twice at the same time. */
function oneAtATime(work: () => Promise<void>): { ask(): void; idle(): Promise<void> } {
  let running: Promise<void> | undefined;
  let asked = false;
  const loop = async (): Promise<void> => {
    while (asked) {
      asked = false;
      await work();
    }
    running = undefined;
  };
  return {
    ask() {
      asked = true;
      running ??= loop();
    },
    async idle() {
      await running;
    },
  };
}

/** Listens on the first free port from this one on. */
async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + 50; port += 1) {
    const taken = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", done);
        done(undefined);
      });
    });
    const address = server.address();
    if (!taken && typeof address === "object" && address) return address.port;
    if (taken && taken.code !== "EADDRINUSE" && taken.code !== "EACCES") throw taken;
  }
  throw new Refusal(`Cannot serve the book: the ports from ${first} to ${first + 49} are all taken`, 2);
}
