import { getBackend } from "#tfjs";

/** Refuses to compute where no tensor backend was opened. */
export function requireOpenTensors(action: string): void {
  let name: string | undefined;
  try {
    name = getBackend();
  } catch {
    // TensorFlow.js throws where none is registered
  }
  if (!name)
    throw new Error(`Cannot ${action}: a tensor backend must be open, got none; first await openTensors()`);
}
