/** A function that has an array, map, set or plain object hold again what it holds now. */
export function undoOf(object: object): () => void {
  if (object instanceof Map) {
    const before = [...object];
    return () => {
      object.clear();
      for (const [key, value] of before) object.set(key, value);
    };
  }
  if (object instanceof Set) {
    const before = [...object];
    return () => {
      object.clear();
      for (const item of before) object.add(item);
    };
  }
  if (ArrayBuffer.isView(object)) {
    const now = object as Float64Array;
    const before = now.slice();
    return () => now.set(before);
  }
  const before = Object.getOwnPropertyDescriptors(object);
  return () => {
    if (Array.isArray(object)) object.length = 0;
    for (const key of Object.keys(object)) delete (object as Record<string, unknown>)[key];
    Object.defineProperties(object, before);
  };
}
