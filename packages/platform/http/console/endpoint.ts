import type { Text } from '@liangjian/law';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { ConsoleParts } from './console-parts.ts';
import type { Caller } from '../../vault/access.ts';
import type { OfficerSession } from '../../offices/session.ts';

/** What an endpoint is called with, checked by its schemas. */
export interface Asked<Params, Query, Body> {
  readonly parts: ConsoleParts;
  readonly session: OfficerSession;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** `Idempotency-Key` of the request. */
  readonly key: string | undefined;
  readonly reply: FastifyReply;
}

/** One line of the interface: its schemas are the check of the request and its description at once. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api/v1`. */
  readonly path: string;
  readonly title: Text;
  readonly tag: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly handle: (asked: Asked<never, never, never>) => Promise<unknown>;
}

/** An endpoint whose handler sees the types of its schemas. */
export function endpoint<Params extends z.ZodType = z.ZodNever, Query extends z.ZodType = z.ZodNever, Body extends z.ZodType = z.ZodNever>(
  spec: Omit<Endpoint, 'params' | 'query' | 'body' | 'handle'> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body;
    readonly handle: (asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<unknown>;
  },
): Endpoint {
  return spec as Endpoint;
}
