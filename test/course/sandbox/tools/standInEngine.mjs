#!/usr/bin/env node
/**
 * Stands in for Docker where there is none: answers as it does, and runs what a container would run on the machine
 * itself, with mounted files where they are. It shuts nothing in; it shows what the launcher asks for and how streams go.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";

const [command, ...args] = process.argv.slice(2);
const { state, record } = JSON.parse(process.env.DOCKER_CONFIG ?? "{}");
if (command === "info") {
  const errors = state === "stopped" ? ["no daemon"] : undefined;
  console.log(JSON.stringify({ ServerErrors: errors, Runtimes: state === "gvisor" ? { runsc: {} } : {} }));
} else if (command === "image") {
  process.exitCode = state === "no image" ? 1 : 0;
} else if (command === "run") {
  if (record) writeFileSync(record, JSON.stringify(args));
  const mounts = args.filter((_, i) => args[i - 1] === "--mount");
  const real = (text) => {
    for (const mount of mounts) {
      const [, source, target] = /source=(.*),target=(.*),readonly/.exec(mount);
      text = text.replaceAll(target, source);
    }
    return text;
  };
  const given = args.slice(args.indexOf("--entrypoint") + 3).map(real);
  const child = spawn("sh", given, { stdio: "inherit" });
  child.on("close", (code, signal) => process.exit(signal ? 137 : code));
}
