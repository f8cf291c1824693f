import assert from "node:assert/strict";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { bubblewrapAdvice } from "../../../course/sandbox/bubblewrapAdvice.ts";
import { chooseSandbox } from "../../../course/sandbox/chooseSandbox.ts";
import { climbLadder } from "../../../course/sandbox/climbLadder.ts";
import { containerSandbox } from "../../../course/sandbox/container.ts";
import { countsPerNamespace } from "../../../course/sandbox/countsPerNamespace.ts";
import { findProgram } from "../../../course/sandbox/findProgram.ts";
import { inPlace } from "../../../course/sandbox/inPlace.ts";
import { meets } from "../../../course/sandbox/levels.ts";
import { defaultLimits } from "../../../course/sandbox/sandboxLimits.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { noLevelA } from "./tools/levelA.ts";
import { runScript } from "./tools/runScript.ts";

const posix = { skip: process.platform === "win32" && "the programs around it are POSIX's" };

describe("the ladder", posix, () => {
  let folder: string;
  /** A folder of programs: those of the machine that are named. */
  const programs = (name: string, ...names: string[]): string => {
    const path = join(folder, name);
    mkdirSync(path);
    for (const name of names) symlinkSync(findProgram(name, process.env.PATH ?? "")!, join(path, name));
    return path;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "ladder-"));
    chmodSync(folder, 0o755);
  });
  after(() => rmSync(folder, { recursive: true }));

  test("bubblewrap is the top of it", { skip: noLevelA }, async () => {
    const { sandbox, missing } = await climbLadder();
    assert.equal(sandbox?.level, "A");
    assert.deepEqual(missing, []);
  });

  test("without bubblewrap and an engine it is level D, and what to install is said", async () => {
    const path = programs("plain", "sh", ...(process.platform === "linux" ? ["setpriv"] : []));
    const { sandbox, missing } = await climbLadder({ path });
    assert.equal(sandbox?.level, "D");
    assert.deepEqual(
      missing.map(({ level }) => level),
      ["A", "B"],
    );
    if (process.platform === "linux") assert.match(missing[0]!.advice, /apt install bubblewrap/);
    assert.match(missing[1]!.why, /neither docker nor podman/);
    await assert.rejects(chooseSandbox("B", { path }), (error: Refusal) => {
      assert.equal(error.exitCode, 1);
      assert.match(error.message, /must reach level B, got level D/);
      assert.match(error.message, /level B: neither docker nor podman is there\n {4}Try {3}install Docker/);
      return true;
    });
    assert.equal((await chooseSandbox("D", { path })).level, "D");
  });

  test("a bwrap that cannot make a sandbox is passed over, with its own words", {
    skip: process.platform !== "linux" && "only Linux has it",
  }, async () => {
    const path = programs("failing", "sh", "prlimit", "setpriv");
    symlinkSync(findProgram("false", process.env.PATH ?? "")!, join(path, "bwrap"));
    const { sandbox, missing } = await climbLadder({ path });
    assert.equal(sandbox?.level, "D");
    assert.equal(missing[0]!.level, "A");
    assert.match(missing[0]!.why, /ended with code 1/);
  });

  test("nothing is used only if submissions are trusted", async () => {
    const path = programs("failing-shell");
    symlinkSync(findProgram("false", process.env.PATH ?? "")!, join(path, "sh")); // so that D does not work
    const { sandbox, missing } = await climbLadder({ path });
    assert.equal(sandbox, undefined);
    assert.equal(missing.at(-1)!.level, "D");
    await assert.rejects(chooseSandbox("E", { path }), /got none that works[\s\S]*--trust-submissions/);
    assert.equal((await chooseSandbox("E", { path, trustSubmissions: true })).level, "E");
    await assert.rejects(
      chooseSandbox("D", { path, trustSubmissions: true }),
      /must reach level D, got level E/,
    );
  });

  describe("an engine of containers", () => {
    let path: string;
    const { DOCKER_CONFIG: config } = process.env;
    const engineIs = (state: string, record?: string): void => {
      process.env.DOCKER_CONFIG = JSON.stringify({ state, record });
    };
    before(() => {
      path = programs("engine", "sh");
      const standIn = fileURLToPath(new URL("tools/standInEngine.mjs", import.meta.url));
      copyFileSync(standIn, join(path, "docker"));
      chmodSync(join(path, "docker"), 0o755);
      process.env.PATH = `${dirname(process.execPath)}:${process.env.PATH}`; // the stand-in's own node
    });
    after(() => {
      if (config === undefined) delete process.env.DOCKER_CONFIG;
      else process.env.DOCKER_CONFIG = config;
    });

    for (const [state, why, advice] of [
      ["stopped", /docker does not answer/, /docker info/],
      ["no image", /docker has no image node:24\.\d+\.\d+-slim/, /docker pull node:24/],
    ] as const)
      test(`${state}: it is passed over`, async () => {
        engineIs(state);
        const { sandbox, missing } = await climbLadder({ path });
        assert.equal(sandbox?.level, "D");
        const found = missing.find(({ level }) => level === "B")!;
        assert.match(found.why, why);
        assert.match(found.advice, advice);
      });

    for (const [state, level] of [
      ["running", "B"],
      ["gvisor", "C"],
    ] as const)
      test(`${state}: level ${level}`, async () => {
        engineIs(state);
        assert.equal((await chooseSandbox("B", { path })).level, level);
      });

    test("replies come at 3 and all that is printed at 2", async () => {
      engineIs("running");
      const sandbox = containerSandbox({ engine: join(path, "docker"), image: "any" });
      const script = `import fs from "node:fs"; process.stdin.on("data", (text) => {
        fs.writeSync(3, text); console.log("out"); console.error("err"); });`;
      const run = await runScript(sandbox, script, { input: "a request" });
      assert.deepEqual([run.said, run.printed, run.errors, run.end], ["a request", "", "out\nerr\n", "exit"]);
    });

    test("a container has no network, no rights, nothing to write and limits", async () => {
      const record = join(folder, "record.json");
      engineIs("running", record);
      const sandbox = containerSandbox({ engine: join(path, "docker"), image: "any", runtime: "runsc" });
      const script = 'import fs from "node:fs"; fs.writeSync(3, process.env.SEED);';
      // The stand-in hands on its own environment, so this is what it was asked for.
      await runScript(sandbox, script, { env: { SEED: "7" }, slot: 2 });
      const args = JSON.parse(readFileSync(record, "utf8")) as string[];
      const words = args.join(" ");
      for (const flag of [
        ...["--rm", "--interactive", "--network none", "--read-only", "--cap-drop ALL", "--runtime runsc"],
        ...["--security-opt no-new-privileges", `--pids-limit ${defaultLimits.processes}`],
        ...[`--ulimit cpu=${defaultLimits.cpuSeconds}`, `--ulimit data=${defaultLimits.dataBytes}`],
        ...["--memory 805m", "--memory-swap 805m", "target=/w/script.mjs,readonly", "--env SEED=7"],
        ...["--permission", "--allow-fs-read=/w/script.mjs", "--no-experimental-sqlite"],
      ])
        assert.ok(words.includes(flag), `${flag} in ${words}`);
      const user = args[args.indexOf("--user") + 1];
      const own = process.getuid?.();
      assert.equal(user?.split(":")[0], String(own === 0 ? 60_602 : own));
    });
  });
});

for (const [level, least, enough] of [
  ["A", "A", true],
  ["B", "A", false],
  ["C", "B", true],
  ["B", "C", false],
  ["A", "C", true],
  ["D", "B", false],
  ["D", "D", true],
  ["E", "D", false],
  ["E", "E", true],
] as const)
  test(`level ${level} is ${enough ? "" : "not "}enough where ${least} is asked for`, () =>
    assert.equal(meets(level, least), enough));

for (const [setting, value, why, advice] of [
  ["kernel.apparmor_restrict_unprivileged_userns", "1", "", /AppArmor.*sysctl -w/],
  ["kernel.unprivileged_userns_clone", "0", "", /kernel.unprivileged_userns_clone=1/],
  ["user.max_user_namespaces", "0", "", /user.max_user_namespaces=10000/],
  ["", "", "bwrap: Creating new namespace failed: Operation not permitted", /Docker's seccomp profile/],
  ["", "", "every user must be able to read /root/x, got one that is private", /move the project/],
  ["", "", "it ended with code 1", /says more/],
] as const)
  test(`advice where ${setting ? `${setting} is ${value}` : why}`, () =>
    assert.match(
      bubblewrapAdvice(why, (name) => (name === setting ? value : undefined)),
      advice,
    ));

for (const [linux, inside] of [
  ["6.18.44-generic", true],
  ["5.14.0", true],
  ["5.13.19", false],
  ["4.18.0-553.el8", false],
] as const)
  test(`Linux ${linux} ${inside ? "counts" : "does not count"} processes inside a namespace`, () =>
    assert.equal(countsPerNamespace(linux), inside));

test("where nothing is mounted, paths inside become the real ones, and nothing else does", () => {
  const request = {
    program: ["/usr/bin/node", "--flag", "/w/host.mjs", "/work/other", "/data"],
    readable: [
      { from: "/real/host.mjs", at: "/w/host.mjs" },
      { from: "/real/data", at: "/data" },
      { from: "/same" },
    ],
    env: { PLACE: "/data/sub", WORD: "data" },
    limits: defaultLimits,
    slot: 1,
    compileCache: { folder: "/cache" },
  };
  assert.deepEqual(inPlace(request), {
    program: ["/usr/bin/node", "--flag", "/real/host.mjs", "/work/other", "/real/data"],
    readable: [{ from: "/real/host.mjs" }, { from: "/real/data" }, { from: "/same" }],
    env: { PLACE: "/real/data/sub", WORD: "data" },
    limits: defaultLimits,
    slot: 1,
  });
});
