/** What a probe asks its program for: one thing, which it does as plainly as can be. */
export type Request =
  | { readonly action: "read"; readonly paths: readonly string[] }
  | { readonly action: "environment" }
  | { readonly action: "connect"; readonly to: { readonly port: number } | { readonly path: string } }
  | { readonly action: "datagram"; readonly port: number; readonly text: string }
  | { readonly action: "start"; readonly count: number }
  | { readonly action: "objects" | "buffers"; readonly megabytes: number }
  | { readonly action: "loop"; readonly cpuSeconds: number }
  | { readonly action: "write"; readonly path: string; readonly text: string }
  | { readonly action: "link"; readonly path: string; readonly target: string }
  | { readonly action: "processes" }
  | { readonly action: "worker"; readonly text: string }
  | { readonly action: "addon"; readonly path: string }
  | { readonly action: "database"; readonly path: string }
  | { readonly action: "fill"; readonly folders: readonly string[]; readonly megabytes: number }
  | { readonly action: "print"; readonly megabytes: number };

/** A line over descriptor 3. */
export type Reply =
  | { readonly ready: true }
  /** So much was had, so far. */
  | { readonly amount: number }
  /** It was done, and this is what it gave. */
  | { readonly reached: string }
  /** It was not: the error's code and its words. */
  | { readonly refused: string; readonly message: string };
