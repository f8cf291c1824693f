/** What comes within so many ms; `"late"` if it does not. */
export function within<Value>(ms: number, coming: Promise<Value>): Promise<Value | "late"> {
  return new Promise((done) => {
    const timer = setTimeout(() => done("late"), ms);
    void coming.then((value) => {
      clearTimeout(timer);
      done(value);
    });
  });
}
