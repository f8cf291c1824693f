/** A kernel whose ports another program took is started with others; one that ends for another reason is not. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { startKernel } from "../../kernel/jupyter/install/client.ts";
import { kernelSpec } from "../../kernel/jupyter/install/kernelSpec.ts";

/** Starts what ends at once with these words, so often, and then what is asked for. */
function failing(times: number, words: string) {
  const files: string[] = [];
  return {
    files,
    start: (...[command, args, options]: [string, readonly string[], object]) => {
      files.push(args.at(-1)!);
      return files.length <= times
        ? spawn(process.execPath, ["-e", `console.error(${JSON.stringify(words)}); process.exit(1)`], options)
        : spawn(command, args, options);
    },
  };
}

const { argv, env } = kernelSpec("genloss");

test("a kernel whose ports are taken is started again, with a connection file of its own", async () => {
  const { files, start } = failing(2, "The kernel cannot listen: EADDRINUSE Address already in use");
  const kernel = await startKernel(argv, process.cwd(), { ...process.env, ...env }, start);
  try {
    const { reply } = await kernel.ask("kernel_info_request", {});
    assert.equal(reply.content.status, "ok");
    assert.equal(new Set(files).size, 3);
  } finally {
    await kernel.close();
  }
});

test("not for ever, and not for another fault", async () => {
  const taken = failing(9, "Address already in use");
  await assert.rejects(startKernel(argv, process.cwd(), process.env, taken.start), /already in use/);
  assert.equal(taken.files.length, 5);
  const other = failing(9, "no such module");
  await assert.rejects(startKernel(argv, process.cwd(), process.env, other.start), /code 1\nno such module/);
  assert.equal(other.files.length, 1);
});
