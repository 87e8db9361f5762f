import { appendFileSync } from 'node:fs';
import { argv } from 'node:process';
import { sql } from 'kysely';
import { append } from '../../audit/append.ts';
import { sendJob } from '../../jobs/send-job.ts';
import { portalContext } from '../context.ts';
import { openStore } from '../open-store.ts';
import { within } from '../within.ts';

/**
 * `submit-until-killed.ts <data> <file>`: submits one thing after the other over eight connections, each again until it is acknowledged,
 * and writes down what was acknowledged. Says the number of the database's process and every hundredth acknowledgement.
 */
const [, , data = '', file = ''] = argv;
const store = await openStore({ data });
const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.portal);
process.send?.({ backend: rows[0]?.pid });
let next = 0;
let done = 0;

const submit = (id: number): Promise<void> =>
  within(store.portal, portalContext, async (tx) => {
    const first = await sql`insert into app.act_once (actor, key, command, input_hash) values ('portal', ${`k${id}`}, 'test', '\\x00')
      on conflict do nothing returning key`.execute(tx as never);
    if (first.rows.length === 0) return;
    await sendJob(tx, 'tip.received', { tip: `k${id}` });
    await append(tx, [{ act: 'tip.file', kind: 'tip', subject: `k${id}` }]);
  });

const work = async (): Promise<void> => {
  for (;;) {
    const id = next;
    next += 1;
    for (let sent = false; !sent; ) {
      sent = await submit(id).then(
        () => true,
        () => new Promise((resolve) => setTimeout(resolve, 20, false)),
      );
    }
    appendFileSync(file, `k${id}\n`);
    done += 1;
    if (done % 100 === 0) process.send?.({ done });
  }
};
await Promise.all(Array.from({ length: 8 }, work));
