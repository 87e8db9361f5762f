import { sql } from 'kysely';
import type { Tx } from '../store/connect.ts';
import { StoreFault } from '../store/fault.ts';

interface Known {
  readonly command: string;
  readonly input_hash: Buffer;
  readonly answer: unknown;
}

/**
 * Lets `work` happen once for a key of this actor. A second call waits until the first has committed and gets its answer.
 * Throws `repeated-differently` when the key was used for something else.
 */
export async function actOnce<T>(tx: Tx, command: string, key: string, inputHash: Buffer, work: () => Promise<T>): Promise<T> {
  const first = await sql`
    insert into app.act_once (actor, key, command, input_hash) values (app.my_actor(), ${key}, ${command}, ${inputHash})
    on conflict do nothing returning key`.execute(tx as never);
  if (first.rows.length === 0) {
    const { rows } = await sql<Known>`select command, input_hash, answer from app.act_once where key = ${key}`.execute(tx as never);
    const [known] = rows;
    if (known?.command !== command || !known.input_hash.equals(inputHash)) throw new StoreFault('repeated-differently', command);
    return known.answer as T;
  }
  const answer = await work();
  await sql`update app.act_once set answer = ${JSON.stringify(answer ?? null)}::jsonb where key = ${key}`.execute(tx as never);
  return answer;
}
