import type { DevToolsClient } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { Arm } from './arm.ts';

export interface BodyTaker {
  /** Fetches the body of a finished response, stores it and records what came of it. */
  take(
    target: Target,
    response: { readonly requestId: string; readonly seq: number; readonly mediaType: string; readonly received: number },
  ): void;
  /** Waits for bodies under way. */
  idle(): Promise<void>;
}

export interface BodyCaps {
  readonly perBody: number;
  readonly perArm: number;
}

export const BODY_CAPS: BodyCaps = { perBody: 16 << 20, perArm: 128 << 20 };
const PATIENCE_MS = 5000;

/** Response bodies by SHA-256; one that cannot be had says why. */
export function takeBodies(client: DevToolsClient, arm: Arm, caps: BodyCaps = BODY_CAPS): BodyTaker {
  const underway = new Set<Promise<void>>();
  let total = 0;

  async function fetchBody(target: Target, response: Parameters<BodyTaker['take']>[1]): Promise<void> {
    const miss = (missing: string): void => void arm.record(target.label, 'body', { request: response.seq, body: null, missing });
    if (response.received > caps.perBody) return miss(`larger than ${caps.perBody} bytes`);
    if (total + response.received > caps.perArm) return miss(`more than ${caps.perArm} bytes in this arm`);
    total += response.received;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    try {
      const answer = await Promise.race([
        client.send('Network.getResponseBody', { requestId: response.requestId }, target.sessionId),
        late,
      ]);
      if (answer === null) return miss('the browser did not hand it over in time');
      const body = arm.put(
        Buffer.from(answer.body, answer.base64Encoded ? 'base64' : 'utf8'),
        response.mediaType || 'application/octet-stream',
        'body',
      );
      arm.record(target.label, 'body', { request: response.seq, body, missing: null });
    } catch (error) {
      miss(error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    take(target, response) {
      const work = fetchBody(target, response).finally(() => underway.delete(work));
      underway.add(work);
    },
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}
