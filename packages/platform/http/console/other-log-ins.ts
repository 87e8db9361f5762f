import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { OfficeFault } from '../../offices/fault.ts';
import { beginAddKey, beginUseKey, type ConsoleSite, finishAddKey, logInWithKey, stepUpWithKey } from '../../offices/security-key.ts';
import { readSession } from '../../offices/session.ts';
import { beginSingleSignOn, connectSingleSignOn, finishSingleSignOn, type SingleSignOn } from '../../offices/single-sign-on.ts';
import type { ConsoleParts } from './console-parts.ts';
import { SESSION_COOKIE } from './session-routes.ts';

const PENDING_COOKIE = 'sign-on';
const description = (zh: string, en: string) => ({ summary: `${zh} / ${en}`, tags: ['session'] });
const answered = z.strictObject({ pending: z.string().max(4000), response: z.looseObject({ id: z.string().max(400) }) });
const signOn = z.object({ invitation: z.string().max(100).optional() });

export interface OtherLogIns {
  /** Where browsers find the console; security keys answer this place only. */
  readonly site: ConsoleSite;
  /** The identity provider, when the agency has one. */
  readonly sso: SingleSignOn | null;
}

/** Security keys, and the agency's own log-in. */
export function addOtherLogIns(
  app: FastifyInstance,
  { store, officerKey }: ConsoleParts,
  { site, sso }: OtherLogIns,
  setSession: (reply: FastifyReply, value: string) => void,
): void {
  const sessionOf = (request: FastifyRequest) => readSession(store.console, request.cookies[SESSION_COOKIE] ?? '');
  app.post('/api/v1/security-keys/begin', { schema: description('添加安全密钥：第一步', 'Add a security key: begin') }, async (request) => {
    const session = await sessionOf(request);
    if (!session.steppedUp) throw new OfficeFault('step-up-needed');
    return beginAddKey(store.console, officerKey, session, site);
  });
  app.post(
    '/api/v1/security-keys',
    { schema: { body: answered, ...description('添加安全密钥：第二步', 'Add a security key: finish') } },
    async (request) => {
      const { pending, response } = answered.parse(request.body);
      await finishAddKey(
        store.console,
        officerKey,
        await sessionOf(request),
        site,
        pending,
        response as unknown as RegistrationResponseJSON,
      );
      return {};
    },
  );
  app.post('/api/v1/log-in/key/begin', { schema: description('用安全密钥登录：第一步', 'Log in with a security key: begin') }, async () =>
    beginUseKey(officerKey, site),
  );
  app.post(
    '/api/v1/log-in/key',
    { schema: { body: answered, ...description('用安全密钥登录：第二步', 'Log in with a security key: finish') } },
    async (request, reply) => {
      const { pending, response } = answered.parse(request.body);
      setSession(reply, await logInWithKey(store.console, officerKey, site, pending, response as unknown as AuthenticationResponseJSON));
      return {};
    },
  );
  app.post(
    '/api/v1/step-up/key',
    { schema: { body: answered, ...description('用安全密钥再次验证', 'Confirm again with a security key') } },
    async (request) => {
      const { pending, response } = answered.parse(request.body);
      const token = request.cookies[SESSION_COOKIE] ?? '';
      const session = await readSession(store.console, token);
      await stepUpWithKey(store.console, officerKey, session, token, site, pending, response as unknown as AuthenticationResponseJSON);
      return {};
    },
  );
  if (sso !== null) addSingleSignOn(app, { store, officerKey }, sso, setSession);
}

function addSingleSignOn(
  app: FastifyInstance,
  { store, officerKey }: Pick<ConsoleParts, 'store' | 'officerKey'>,
  sso: SingleSignOn,
  setSession: (reply: FastifyReply, value: string) => void,
): void {
  let known: Promise<Configuration> | null = null;
  const configuration = () => {
    known ??= connectSingleSignOn(sso).catch((error: unknown) => {
      // The provider may be back at the next try.
      known = null;
      throw error;
    });
    return known;
  };
  const secure = !sso.insecure;
  app.get(
    '/api/v1/log-in/sso',
    { schema: { querystring: signOn, ...description('统一身份认证登录', 'Log in with the agency’s identity provider') } },
    async (request, reply) => {
      const { invitation = null } = signOn.parse(request.query);
      const { address, pending } = await beginSingleSignOn(await configuration(), sso, officerKey, invitation);
      // Lax: the browser comes back from the provider's site with it.
      reply.setCookie(PENDING_COOKIE, pending, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 300 });
      return reply.redirect(address, 303);
    },
  );
  app.get('/api/v1/log-in/sso/back', { config: { crossSite: true }, schema: { hide: true } }, async (request, reply) => {
    const back = new URL(sso.redirectUri);
    back.search = new URL(request.url, 'http://here').search;
    const token = await finishSingleSignOn(await configuration(), store.console, officerKey, back, request.cookies[PENDING_COOKIE] ?? '');
    reply.setCookie(PENDING_COOKIE, '', { path: '/', maxAge: 0 });
    setSession(reply, token);
    return reply.redirect('/', 303);
  });
}
