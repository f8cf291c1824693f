import type { Plugin } from "esbuild";

/** Parts of Sucrase for JSX, Flow, CommonJS and the checking of its options: no cell needs them. */
const unused =
  /node_modules[/\\]sucrase[/\\]dist[/\\]esm[/\\](?:transformers[/\\](?:CJSImport|JSX|ReactDisplayName|ReactHotLoader|Jest|Flow)Transformer|parser[/\\]plugins[/\\](?:flow|jsx[/\\]xhtml)|CJSImportProcessor|Options)\.js$/;

/** For esbuild: leaves out of a page's bundle what the compiler brings along and never calls, a fifth of it. */
export const leaveOutForPage: Plugin = {
  name: "leave-out-for-page",
  setup(build) {
    build.onLoad({ filter: unused }, () => ({ contents: "exports.validateOptions = () => {};" }));
  },
};
