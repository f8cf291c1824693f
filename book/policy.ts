import { createHash } from "node:crypto";
import { serviceWorkerName } from "./offline/serviceWorkerName.ts";

/** The cells' worker, among the files of a site. */
const workerPath = /^\/?assets\/live\/worker\.\w+\.js$/;

/**
 * What a page may load and run: its site's own files, and nothing of another's. Style attributes are allowed, since formulas and
 * figures are placed by them; they can load nothing. Style elements are not.
 *
 * @param html the page: the scripts that stand in it may run, and no others
 * @param more what a server adds for itself, by directive
 */
export const pagePolicy = (html: string, more: Readonly<Record<string, string>> = {}): string =>
  policy({
    "default-src": "'none'",
    "script-src": ["'self'", ...inlineScripts(html).map(hashOf)].join(" "),
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
    ...more,
  });

/**
 * What the cells' worker may do: run what it is handed, and load nothing, not even by an `import()` that a cell makes up. A
 * worker that is a file has the policy of its own answer, not its page's; so only here is code made of texts.
 */
const workerPolicy = policy({
  "default-src": "'none'",
  "script-src": "'unsafe-eval' 'wasm-unsafe-eval'",
});

/** What knows the types of cells runs none, and loads the types beside it. */
const typesPath = /^\/?assets\/live\/types-worker\.\w+\.js$/;
const typesPolicy = policy({ "default-src": "'none'", "script-src": "'self'" });

/** The service worker loads files of its site, and starts nothing. */
const serviceWorkerPolicy = policy({ "default-src": "'none'", "connect-src": "'self'" });

/** The content-security policy of a file; undefined for files that need none, since they are no page and no worker. */
export function policyOf(path: string, text: () => string): string | undefined {
  if (path.endsWith(".html")) return pagePolicy(text());
  if (typesPath.test(path)) return typesPolicy;
  if (path.replace(/^\//, "") === serviceWorkerName) return serviceWorkerPolicy;
  return workerPath.test(path) ? workerPolicy : undefined;
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** Texts of the scripts that stand in a page. Data in script elements is none. */
const inlineScripts = (html: string): string[] => [
  ...new Set([...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text ?? "")),
];

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
