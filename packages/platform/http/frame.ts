import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Log } from './log.ts';
import { entryOf, type Problem, problemOf } from './problem.ts';
import { sourceOf } from './source.ts';

export interface FrameOptions {
  readonly log: Log;
  /** Is everything that a request needs up? */
  readonly ready: () => Promise<boolean>;
  /** Requests a minute from one source, over all routes; 0 = no limit (tests). */
  readonly perMinute: number;
  /** Number of proxies of ours in front, whose forwarded address may be believed. */
  readonly proxies: number;
  /** Turns a problem into what this face shows; JSON when left out. */
  readonly show?: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => unknown;
  /** May our own scripts compile WebAssembly? (reading QR codes in the page) */
  readonly wasm?: boolean;
}

const BODY_LIMIT = 256 * 1024;

/**
 * A server with what every face of the platform needs: nothing from another host may load, nothing is cached, errors are problems
 * of the catalogue, sources are limited without storing an address, log lines hold allowed fields only, health can be asked.
 */
export async function openFrame(options: FrameOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: (_address, hop) => hop < options.proxies,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 0,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...(options.wasm ? ["'wasm-unsafe-eval'"] : [])],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // A shop's laptop and a test speak plain http; the proxy that ends TLS sends this header.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: true,
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('permissions-policy', 'geolocation=(), microphone=(), camera=(self), payment=(), interest-cohort=()');
  });
  if (options.perMinute > 0)
    await app.register(rateLimit, { max: options.perMinute, timeWindow: 60_000, keyGenerator: (request) => sourceOf(request.ip) });
  app.addHook('onResponse', async (request, reply) => {
    options.log.info({
      event: 'request',
      request: request.id,
      method: request.method,
      // The pattern, never the address: an address may hold what somebody typed.
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  const tell = (error: unknown, request: FastifyRequest, reply: FastifyReply): unknown => {
    const problem = problemOf(error);
    if (problem.status >= 500)
      options.log.error({ event: 'failure', request: request.id, code: entryOf(error).code, state: nameOf(error) });
    reply.status(problem.status);
    return options.show ? options.show(problem, request, reply) : reply.type('application/problem+json').send(problem);
  };
  app.setErrorHandler((error, request, reply) => tell(error, request, reply));
  app.setNotFoundHandler((request, reply) => tell({ code: 'not-found' }, request, reply));
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await options.ready().catch(() => false);
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' });
  });
  return app;
}

/** Class and code of an unforeseen error: what helps to find it and cannot hold a person's words, which its message may. */
const nameOf = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string' && /^[\w.-]{1,60}$/.test(part)).join(' ');
};
