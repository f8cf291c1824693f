type Catch = (error: Error) => void;

/**
 * Has whatever fails outside a running cell (in a timer, in a promise that nobody awaits) told, instead of ending the
 * process. A cell cannot take this away: Node's own hook for one such catcher is used, and the one that cells see under
 * its name is theirs.
 *
 * @param tell what a cell's own listeners and its own catcher have not dealt with comes here too
 */
export function catchFailures(tell: (error: unknown) => void): void {
  const capture = process.setUncaughtExceptionCaptureCallback.bind(process);
  let own: Catch | null = null;
  // A rejection that nobody handles comes here as well, unless a cell listens for rejections itself.
  capture((error) => {
    if (own) return void own(error);
    // With a catcher Node asks no listeners.
    for (const listener of process.listeners("uncaughtException")) {
      try {
        Reflect.apply(listener, process, [error, "uncaughtException"]);
      } catch (failure) {
        tell(failure);
      }
    }
    tell(error);
  });
  process.setUncaughtExceptionCaptureCallback = (given) => {
    own = given;
  };
  process.hasUncaughtExceptionCaptureCallback = () => own !== null;
}
