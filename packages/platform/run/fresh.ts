/**
 * A value that is read again in the background when it is older than `ms`: asking never waits, and a failed reading leaves the old value.
 * Begins with `first`, and reads at once.
 */
export function fresh<T>(first: T, ms: number, read: () => Promise<T>, now: () => number = Date.now): () => T {
  let value = first;
  let at = Number.NEGATIVE_INFINITY;
  const renew = (): void => {
    at = now();
    read().then(
      (next) => {
        value = next;
      },
      () => undefined,
    );
  };
  renew();
  return () => {
    if (now() - at > ms) renew();
    return value;
  };
}
