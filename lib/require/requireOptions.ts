/** The options, refused where there are none. `action` completes "Cannot …". */
export function requireOptions<Options extends object>(action: string, options: Options): Options {
  if (typeof options === "object" && options !== null) return options;
  throw new TypeError(`Cannot ${action}: options must be an object, got ${String(options)}`);
}
