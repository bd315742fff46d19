/**
 * Waits for all of them, then throws the first failure. Unlike `Promise.all` nothing is still under way when it
 * throws: a statement that is sent after its transaction has been rolled back would stand by itself.
 */
export async function together(work: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

/**
 * Begins `work` on each part as soon as it is made, without waiting for the end of the last: the next part is made
 * while the database is at it. Settles when all has ended, with the first failure.
 */
export async function overlapping<T>(
  parts: AsyncIterable<T>,
  work: (part: T) => Promise<unknown>,
): Promise<void> {
  const begun: Promise<unknown>[] = [];
  try {
    for await (const part of parts) {
      const under = work(part);
      // Told by `together`; it may fail before that is asked.
      under.catch(() => {});
      begun.push(under);
    }
  } finally {
    await Promise.allSettled(begun);
  }
  await together(begun);
}

/** Lets what was given to the driver leave. */
export function turn(): Promise<void> {
  // A timer waits a whole millisecond; not every runtime has what does not.
  const { setImmediate: soon = setTimeout } = globalThis as { setImmediate?: (run: () => void) => unknown };
  return new Promise((resolve) => {
    soon(resolve);
  });
}
