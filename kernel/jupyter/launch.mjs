/**
 * Where Jupyter starts the kernel: `node kernel/jupyter/launch.mjs CONNECTION_FILE`. It runs what `bundle/` has kept of the
 * sources, if they are still the same, or else the sources, of which a bundle is made a while later for the next launch.
 *
 * Plain JavaScript, as is what it imports: a single module in TypeScript makes Node load what strips types, which takes
 * as long as all the rest of the launch.
 */
import { spawn } from "node:child_process";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { freshBundle, marksOf } from "./bundle/freshBundle.mjs";

/** When a kernel has started and its first cells have run. */
const laterMs = 5000;
/** Each launch leaves a mark in the bundle that it runs; so many are looked through. */
const mostMarks = 50;

const { execPath } = process;
const { setTimeout: later } = globalThis; // those that cells see end with the cell that is stopped
const keeps = !process.env.GENLOSS_SOURCES; // whoever works on the kernel may want neither
const bundle = keeps ? freshBundle() : undefined;
// Compiled code goes with what it was compiled from.
enableCompileCache(
  process.env.NODE_COMPILE_CACHE ?? (bundle && fileURLToPath(new URL("./compiled", bundle))),
);
await import(bundle ?? "./main.ts");

if (keeps && (bundle === undefined || marksOf(bundle) > mostMarks)) {
  const maker = fileURLToPath(new URL("./bundle/bundleProcess.ts", import.meta.url));
  later(() => {
    // In a process of its own, so that no cell waits; it ends by itself, also after this one.
    const child = spawn(execPath, ["--no-warnings", maker], { detached: true, stdio: "ignore" });
    child.once("error", () => {});
    child.unref();
  }, laterMs).unref();
}
