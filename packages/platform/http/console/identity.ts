import type { Text } from '@liangjian/law';
import { z } from 'zod';
import { askOpening, decideOpening, openingHistory, viewIdentity } from '../../vault/opening.ts';
import { accessOf } from './console-parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const tag = 'identity';
const request = z.object({ request: z.uuid() });

/** Opening an identity: asked with a reason, decided by another person, seen for a limited time, and all of it kept. */
export const identityEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/tips/:tip/openings',
    tag,
    title: t('申请开启举报人身份', 'Ask to open the identity'),
    params: z.object({ tip: z.uuid() }),
    body: z.strictObject({ reason: z.string().max(2000) }),
    handle: async ({ parts, caller, params, body }) => ({ request: await askOpening(accessOf(parts), caller, params.tip, body.reason) }),
  }),
  endpoint({
    method: 'GET',
    path: '/tips/:tip/openings',
    tag,
    title: t('每一次申请、批准、拒绝和查看', 'Every request, approval, refusal and view'),
    params: z.object({ tip: z.uuid() }),
    handle: async ({ parts, caller, params }) => ({ history: await openingHistory(accessOf(parts), caller, params.tip) }),
  }),
  endpoint({
    method: 'POST',
    path: '/openings/:request/decision',
    tag,
    title: t('批准或者拒绝开启', 'Approve or refuse the opening'),
    params: request,
    body: z.discriminatedUnion('approve', [
      z.strictObject({
        approve: z.literal(true),
        ground: z.string().max(2000),
        hours: z.number().min(1).max(72),
        passphrase: z.string().max(400),
      }),
      z.strictObject({ approve: z.literal(false), ground: z.string().max(2000) }),
    ]),
    handle: async ({ parts, caller, params, body }) => {
      await decideOpening(accessOf(parts), caller, params.request, body);
      return {};
    },
  }),
  endpoint({
    method: 'GET',
    path: '/openings/:request/identity',
    tag,
    title: t('在批准的时限内查看', 'See it within the time approved'),
    params: request,
    handle: async ({ parts, caller, params }) => ({ identity: await viewIdentity(accessOf(parts), caller, params.request) }),
  }),
];
