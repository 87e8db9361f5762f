/** The page is too busy to answer: its script runs without end. `code` is a key of the error catalogue. */
export class PageStuck extends Error {
  readonly code = 'time-out';
}

const PATIENCE_MS = 8000;

/** Waits for what a page must answer, but not for ever. Rejects with `PageStuck`. */
export function inTime<T>(work: Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PageStuck(`the page did not answer within ${patienceMs} ms`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
