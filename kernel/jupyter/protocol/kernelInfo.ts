import { readFileSync } from "node:fs";
import { languageInfo } from "../../notebook/languageInfo.ts";
import { type Content, protocolVersion } from "../shared/message.ts";

const project = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  readonly version: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
};
const typescript = project.dependencies?.typescript ?? project.devDependencies?.typescript ?? "";

/** What the kernel says of itself. Known without loading anything, so that a front end gets it at once. */
export function kernelInfo(): Content {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "genloss",
    implementation_version: project.version,
    language_info: {
      ...languageInfo,
      version: typescript,
      pygments_lexer: "typescript",
      codemirror_mode: "typescript", // with { name: "javascript" } JupyterLab takes it for JavaScript
      nbconvert_exporter: "script",
    },
    banner: `TypeScript ${typescript} on Node ${process.versions.node}, for Generation Loss ${project.version}`,
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node", url: "https://nodejs.org/docs/latest-v24.x/api/" },
      { text: "Vega-Lite", url: "https://vega.github.io/vega-lite/docs/" },
    ],
    supported_features: [],
    debugger: false,
  };
}
