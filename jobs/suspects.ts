/**
 * Lets any number of jobs run together, and a suspect only alone: of jobs that ran beside each other when their worker died,
 * one may be what killed it, and the others would be blamed with it.
 *
 * A suspect that waits holds back all that come after it, so that it is not kept waiting for ever.
 *
 * @returns what runs a job when it may begin
 */
export function suspects(): <T>(isSuspect: boolean, run: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve(); // the end of the last suspect
  let running: Promise<unknown>[] = []; // it, and what may begin after it
  return (isSuspect, run) => {
    const mayBegin = isSuspect ? Promise.all([before, ...running]) : before;
    if (isSuspect) running = [];
    const among = running;
    const done = mayBegin.then(run);
    const leave = (): void => {
      among.splice(among.indexOf(ended), 1);
    };
    const ended: Promise<void> = done.then(leave, leave);
    among.push(ended);
    if (isSuspect) before = ended;
    return done;
  };
}
