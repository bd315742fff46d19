/** How often the outbox is looked at without being told, ms: changes by other processes are found so. */
const POLL_MS = 500;

/** Work that is done again whenever there may be something to do, never twice at once. */
export interface Loop {
  start(): void;
  /** Asks for a run soon; a run that is under way is followed by another. */
  wake(): void;
  /** Lets a run under way finish and starts no other. */
  stop(): Promise<void>;
}

/**
 * The drain's rhythm on Node. A run that fails does not end the loop.
 * @param onChange told once when runs begin to fail, with the error's name, and once when they succeed again
 */
export function createDrainLoop(run: () => Promise<void>, onChange: (state: string) => void): Loop {
  let failing = false;
  const report = (error: Error | null) => {
    if (error && !failing) onChange(`fails: ${error.name}`);
    if (!error && failing) onChange('works again');
    failing = error !== null;
  };
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | null = null;
  let stopped = true;

  const go = () => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = run()
      .then(
        () => report(null),
        (error: unknown) => report(error instanceof Error ? error : new Error('unknown')),
      )
      .finally(() => {
        running = null;
        if (again && !stopped) {
          again = false;
          setImmediate(go);
        }
      });
  };
  return {
    start() {
      stopped = false;
      timer = setInterval(go, POLL_MS);
      go();
    },
    wake: go,
    async stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      await running;
    },
  };
}
