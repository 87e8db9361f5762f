import { buildRequest, newNonce } from './request.ts';
import { type TimestampFacts, type TimestampFault, verifyTimestamp } from './verify.ts';

export interface TimestampOptions {
  /** Default: the global fetch. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly trustAnchors?: readonly string[];
}

export type TimestampResult =
  | ({ readonly ok: true; readonly url: string; readonly tsr: Buffer } & TimestampFacts)
  | { readonly ok: false; readonly url: string; readonly fault: TimestampFault; readonly detail: string };

/** A token has a few kilobytes; more is not a token. */
const MAX_BYTES = 262_144;

const readLimited = async (response: Response): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`the answer is longer than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** What went wrong, with the cause that fetch hides one level down. */
const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message ? `${error.message}: ${cause.message}` : error.message;
};

/**
 * Asks one authority (RFC 3161 over HTTP) to stamp a SHA-256 digest and verifies the answer before believing it. Never throws:
 * an authority that fails is a gap of the record, not the end of an inspection.
 */
export const requestTimestamp = async (digest: Uint8Array, url: string, options: TimestampOptions = {}): Promise<TimestampResult> => {
  const nonce = newNonce();
  const send = options.fetch ?? fetch;
  let tsr: Buffer;
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(buildRequest(digest, nonce)),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
    });
    if (!response.ok) return { ok: false, url, fault: 'unreachable', detail: `HTTP ${response.status}` };
    tsr = await readLimited(response);
  } catch (error) {
    return { ok: false, url, fault: 'unreachable', detail: reason(error) };
  }
  const verdict = verifyTimestamp(tsr, digest, { nonce, ...(options.trustAnchors ? { trustAnchors: options.trustAnchors } : {}) });
  return verdict.ok ? { ...verdict, url, tsr } : { ...verdict, url };
};
