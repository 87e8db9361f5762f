import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { readSession } from '../../offices/session.ts';
import { StoreFault } from '../../store/index.ts';
import { openFrame } from '../frame.ts';
import type { Log } from '../log.ts';
import { type ActParts, actEndpoints } from './acts.ts';
import type { ConsoleParts } from './console-parts.ts';
import { deskEndpoints } from './desk.ts';
import type { Asked, Endpoint } from './endpoint.ts';
import { identityEndpoints } from './identity.ts';
import { addOtherLogIns, type OtherLogIns } from './other-log-ins.ts';
import { registerEndpoints } from './registers.ts';
import { addSessionRoutes, SESSION_COOKIE, sessionCookie } from './session-routes.ts';
import { tipEndpoints } from './tips.ts';

export interface ConsoleOptions {
  readonly parts: ConsoleParts;
  readonly log: Log;
  readonly ready: () => Promise<boolean>;
  readonly perMinute: number;
  readonly proxies: number;
  /** Reached by https, so that the cookie may insist on it. */
  readonly secure: boolean;
  /** Security keys and the agency's own log-in; passwords and codes only when left out. */
  readonly otherLogIns?: OtherLogIns | undefined;
}

const BASE = '/api/v1';
const MOST_KEY = 100;

/** Every endpoint behind a session. */
export const consoleEndpoints = (parts: ActParts): readonly Endpoint[] => [
  ...tipEndpoints,
  ...deskEndpoints,
  ...identityEndpoints,
  ...registerEndpoints,
  ...actEndpoints(parts),
];

/**
 * The interface of officers, command and auditors: JSON over HTTP, described by `/openapi.json` out of the schemas that check it.
 * Whoever may not see something gets the answer for what does not exist.
 */
export async function openConsole(options: ConsoleOptions): Promise<FastifyInstance> {
  const { parts, log, ready, perMinute, proxies, secure } = options;
  const app = await openFrame({ log, ready, perMinute, proxies });
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '亮剑 Liangjian', version: '1', description: '举报投诉办理接口 / Interface for handling tips' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } } },
    },
    transform: jsonSchemaTransform,
  });
  app.addHook('onRequest', async (request) => refuseForeign(request));
  await app.register(async (routes) => {
    const setSession = sessionCookie(secure);
    addSessionRoutes(routes, parts, setSession);
    if (options.otherLogIns) addOtherLogIns(routes, parts, options.otherLogIns, setSession);
    for (const one of consoleEndpoints(parts)) addEndpoint(routes, parts, one);
    routes.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  });
  return app;
}

/** A page of another site may not act with an officer's cookie, also where the browser would send it. */
function refuseForeign(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  // The identity provider sends the officer back from its own site; what comes with them is checked there.
  if ((request.routeOptions.config as { crossSite?: boolean }).crossSite) return;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new StoreFault('not-permitted', 'cross-site');
}

function addEndpoint(routes: FastifyInstance, parts: ConsoleParts, one: Endpoint): void {
  const { method, path, title, tag, params, query, body, answer } = one;
  routes.route({
    method,
    url: `${BASE}${path}`,
    schema: {
      summary: `${title.zh} / ${title.en}`,
      tags: [tag],
      security: [{ session: [] }],
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      ...(answer ? { response: { 200: answer } } : {}),
    },
    handler: async (request, reply) => {
      const session = await readSession(parts.store.console, request.cookies[SESSION_COOKIE] ?? '');
      const given = request.headers['idempotency-key'];
      const asked = {
        parts,
        session,
        caller: { context: session.context, steppedUpAt: session.steppedUpAt },
        params: request.params,
        query: request.query,
        body: request.body,
        key: typeof given === 'string' && given !== '' ? given.slice(0, MOST_KEY) : undefined,
        reply,
      };
      return one.handle(asked as unknown as Asked<never, never, never>);
    },
  });
}
