import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { openTestIntake, type TestIntake } from '../../intake/testing/open-test-intake.ts';
import { openSession } from '../../offices/session.ts';
import type { SingleSignOn } from '../../offices/single-sign-on.ts';
import { logInContext, within } from '../../store/index.ts';
import type { OfficerRole } from '../../permission/index.ts';
import { suites } from '../../vault/index.ts';
import { openLog } from '../log.ts';
import { openConsole } from './open-console.ts';

export interface TestConsole extends TestIntake {
  readonly app: FastifyInstance;
  readonly logged: () => string;
  readonly officerKey: Buffer;
  readonly markKey: Buffer;
  /** An officer with an open session; the answer is the cookie of it. */
  readonly officer: (office: string, ...roles: OfficerRole[]) => Promise<{ readonly id: string; readonly cookies: { session: string } }>;
  readonly ask: (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    cookies?: { session: string },
    payload?: object,
  ) => Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came
  readonly json: any;
}

/** The interface over a database of its own. */
export async function openTestConsole(sso: SingleSignOn | null = null): Promise<TestConsole> {
  const opened = await openTestIntake(suites.international);
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const officerKey = randomBytes(32);
  const markKey = randomBytes(32);
  const app = await openConsole({
    parts: { ...opened, officerKey, markKey },
    log: openLog('console', sink),
    ready: async () => true,
    perMinute: 0,
    proxies: 0,
    secure: false,
    otherLogIns: { site: { id: 'desk.example', origin: 'https://desk.example' }, sso },
  });
  let count = 0;
  return {
    ...opened,
    app,
    officerKey,
    markKey,
    logged: () => lines.join(''),
    async officer(office, ...roles) {
      count += 1;
      const { id } = await opened.store.owner
        .insertInto('app.officer')
        .values({ office, log_in: `officer-${count}`, name: `演示${count}`, clearance: 1, changed_at: new Date(0) })
        .returning('id')
        .executeTakeFirstOrThrow();
      await opened.store.owner
        .insertInto('app.officer_role')
        .values(roles.map((role) => ({ officer: id, role, granted_by: 'test' })))
        .execute();
      const session = await within(opened.store.console, logInContext, (tx) => openSession(tx, id, 'test'));
      return { id, cookies: { session } };
    },
    async ask(method, url, cookies, payload) {
      const answer = await app.inject({ method, url: `/api/v1${url}`, ...(cookies ? { cookies } : {}), ...(payload ? { payload } : {}) });
      const json = /json/.test(String(answer.headers['content-type'])) ? answer.json() : null;
      return { status: answer.statusCode, body: answer.body, json };
    },
    async stop() {
      await app.close();
      await opened.stop();
    },
  };
}
