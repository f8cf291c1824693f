/** Shows what comes fast at most ten times a second, the newest. */
export function later<Value>(show: (value: Value) => void): ((value: Value) => void) & { cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest: Value;
  const call = (value: Value): void => {
    newest = value;
    timer ??= setTimeout(() => {
      timer = undefined;
      show(newest);
    }, 100);
  };
  return Object.assign(call, { cancel: () => clearTimeout(timer) });
}
