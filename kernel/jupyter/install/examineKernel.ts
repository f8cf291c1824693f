import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { kernelFolder } from "../shared/kernelFolder.ts";
import { startKernel } from "./client.ts";
import type { InstallOptions } from "./installKernel.ts";
import type { KernelSpec } from "./kernelSpec.ts";

export interface Finding {
  readonly fine: boolean;
  readonly about: string;
  readonly found: string;
  /** What to type when it is not fine. */
  readonly advice?: string;
}

const run = promisify(execFile);

/** Looks at an installed kernel from the file to a running cell. One finding per step; a failed one ends the list. */
export async function examineKernel({ name, prefix }: InstallOptions): Promise<Finding[]> {
  const findings: Finding[] = [{ fine: true, about: "Node", found: process.versions.node }];
  const folder = kernelFolder(name, prefix);
  const where = prefix === undefined ? "" : ` --prefix ${prefix}`;
  const advice = `npx genloss kernel install${where} --name ${name}`;

  const text = await readFile(join(folder, "kernel.json"), "utf8").catch(() => undefined);
  findings.push({
    fine: text !== undefined,
    about: "kernel.json",
    found: text === undefined ? `none in ${folder}` : folder,
    advice,
  });
  if (text === undefined) return findings;

  const { argv } = JSON.parse(text) as KernelSpec;
  const missing = argv.filter((part) => part.startsWith("/") && !existsSync(part));
  findings.push({
    fine: missing.length === 0,
    about: "its files",
    found: missing.length === 0 ? "all there" : `missing: ${missing.join(", ")}`,
    advice,
  });
  if (missing.length > 0) return findings;

  findings.push(await whatJupyterSees(name, prefix));
  findings.push(await roundTrip(argv));
  return findings;
}

async function whatJupyterSees(name: string, prefix: string | undefined): Promise<Finding> {
  const about = "Jupyter";
  const jupyter = prefix === undefined ? "jupyter" : join(prefix, "bin", "jupyter");
  try {
    const { stdout } = await run(jupyter, ["kernelspec", "list", "--json"]);
    const { kernelspecs } = JSON.parse(stdout) as { kernelspecs: Record<string, unknown> };
    const { stdout: versions } = await run(jupyter, ["--version"]);
    const lab = /jupyterlab\s*:\s*(\S+)/.exec(versions)?.[1] ?? "not installed";
    const client = /jupyter_client\s*:\s*(\S+)/.exec(versions)?.[1] ?? "?";
    const seen = name in kernelspecs;
    const found = `jupyter_client ${client}, JupyterLab ${lab}; ${seen ? `sees "${name}"` : `does not see "${name}"`}`;
    return { fine: seen, about, found, advice: `${jupyter} --paths   and install with --prefix` };
  } catch {
    // No Jupyter on the path is no fault of the kernel: VS Code brings its own client.
    return {
      fine: true,
      about,
      found: `no ${jupyter} to ask (VS Code does not need it; genloss lab brings one)`,
    };
  }
}

async function roundTrip(argv: readonly string[]): Promise<Finding> {
  const about = "a cell";
  const started = performance.now();
  try {
    const kernel = await startKernel(argv);
    try {
      const { published } = await kernel.ask("execute_request", {
        code: "const answer: number = 6 * 7; answer",
      });
      const result = published.find(({ header }) => header.msg_type === "execute_result");
      const shown = (result?.content.data as Record<string, string> | undefined)?.["text/plain"];
      const seconds = ((performance.now() - started) / 1000).toFixed(2);
      return { fine: shown === "42", about, found: `6 * 7 is ${shown}, ${seconds} s after the start` };
    } finally {
      await kernel.close();
    }
  } catch (error) {
    return { fine: false, about, found: (error as Error).message, advice: "npm ci" };
  }
}
