import type { LaunchRequest } from "./sandbox.ts";

/** A request where nothing is mounted: every argument and value that names a path inside names the real one. */
export function inPlace(request: LaunchRequest): LaunchRequest {
  const real = (text: string): string => {
    for (const { from, at } of request.readable) {
      if (at !== undefined && (text === at || text.startsWith(`${at}/`))) return from + text.slice(at.length);
    }
    return text;
  };
  const { compileCache: _, ...rest } = request;
  const [node, ...given] = request.program;
  return {
    ...rest,
    program: [...(node === undefined ? [] : [node]), ...given.map(real)],
    readable: request.readable.map(({ from }) => ({ from })),
    env: Object.fromEntries(Object.entries(request.env).map(([name, value]) => [name, real(value)])),
  };
}
