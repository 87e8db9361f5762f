import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { acceptInvitation, readInvitation } from '../../offices/invitation.ts';
import { logIn, stepUp } from '../../offices/log-in.ts';
import { codeAddress, newCodeSecret } from '../../offices/one-time-code.ts';
import { endSession, readSession } from '../../offices/session.ts';
import type { ConsoleParts } from './console-parts.ts';

export const SESSION_COOKIE = 'session';

/** Sets the cookie of a session, or takes it away with ``. */
export const sessionCookie =
  (secure: boolean) =>
  (reply: FastifyReply, value: string): void =>
    void reply.setCookie(SESSION_COOKIE, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      ...(value === '' ? { maxAge: 0 } : {}),
    });

const text = (most: number) => z.string().max(most);
const credentials = z.strictObject({ logIn: text(60), password: text(400), code: text(12) });
const token = z.strictObject({ token: text(100) });
const acceptance = z.strictObject({ token: text(100), password: text(400), codeSecret: z.base64().max(60), code: text(12) });
const description = (zh: string, en: string) => ({ summary: `${zh} / ${en}`, tags: ['session'] });

/** Logging in and out, confirming again, and taking up an invitation: what needs no session, or makes one. */
export function addSessionRoutes(
  app: FastifyInstance,
  { store, officerKey }: ConsoleParts,
  setCookie: (reply: FastifyReply, value: string) => void,
): void {
  app.post('/api/v1/log-in', { schema: { body: credentials, ...description('登录', 'Log in') } }, async (request, reply) => {
    setCookie(reply, await logIn(store.console, officerKey, credentials.parse(request.body)));
    return {};
  });
  app.post('/api/v1/log-out', { schema: description('退出', 'Log out') }, async (request, reply) => {
    const value = request.cookies[SESSION_COOKIE];
    if (value) await endSession(store.console, value);
    setCookie(reply, '');
    return {};
  });
  app.get('/api/v1/me', { schema: description('我是谁', 'Who am I') }, async (request) => {
    const { officer, context, steppedUp, method } = await readSession(store.console, request.cookies[SESSION_COOKIE] ?? '');
    const { roles, districts, clearance } = context;
    return { ...officer, roles, districts, clearance, steppedUp, method };
  });
  const codeBody = z.strictObject({ code: text(12) });
  app.post(
    '/api/v1/step-up',
    { schema: { body: codeBody, ...description('再次验证身份', 'Confirm who you are again') } },
    async (request) => {
      const value = request.cookies[SESSION_COOKIE] ?? '';
      const session = await readSession(store.console, value);
      await stepUp(store.console, officerKey, session, value, codeBody.parse(request.body).code);
      return {};
    },
  );
  app.post(
    '/api/v1/invitation',
    { schema: { body: token, ...description('查看邀请，取得动态口令密钥', 'Read an invitation and get a secret for the code app') } },
    async (request) => {
      const { logIn: name, name: person } = await readInvitation(store.console, token.parse(request.body).token);
      const secret = newCodeSecret();
      return { logIn: name, name: person, codeSecret: secret.toString('base64'), codeAddress: codeAddress(secret, name) };
    },
  );
  app.post(
    '/api/v1/invitation/accept',
    { schema: { body: acceptance, ...description('接受邀请，设定口令和动态口令', 'Accept it: set password and code app') } },
    async (request) => {
      const { codeSecret, ...given } = acceptance.parse(request.body);
      await acceptInvitation(store.console, officerKey, { ...given, codeSecret: Buffer.from(codeSecret, 'base64') });
      return {};
    },
  );
}
