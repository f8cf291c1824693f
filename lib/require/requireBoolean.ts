/** Refuses anything but true and false: a convention that differs between programs has no default. */
export function requireBoolean(action: string, name: string, value: unknown): asserts value is boolean {
  if (typeof value !== "boolean") {
    throw new TypeError(`Cannot ${action}: ${name} must be true or false, got ${String(value)}`);
  }
}
