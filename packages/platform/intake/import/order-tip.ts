import { type Calendar, violationKinds } from '@liangjian/law';
import { firstClocks } from '../../clocks/first-clocks.ts';
import { marksOf } from '../../triage/marks.ts';
import { readRegistration } from '../../triage/uscc.ts';
import { type RoutingRule, route } from '../../triage/route.ts';
import type { Suggester } from '../../triage/suggest/suggestion.ts';
import { CUSTODIANS, ESCROW } from '../../vault/found-keys.ts';
import { newTipKey, sealBody, sealIdentity, wrapForHolder } from '../../vault/seal-tip.ts';
import type { Suite, SuiteId } from '../../vault/suite.ts';
import { suites } from '../../vault/suites.ts';
import { uuidv7 } from '../../vault/uuid.ts';
import { type Directory, nearestOffice } from '../directory.ts';
import type { TipBody } from '../tip-input.ts';
import type { ImportedOrder } from './order.ts';

/** What turns an order into sealed tips. */
export interface OrderDesk {
  readonly suite: Suite;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly rules: readonly RoutingRule[];
  readonly suggester: Suggester;
  /** Key of the marks by which tips find each other. */
  readonly markKey: Uint8Array;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const countable: ReadonlySet<string> = new Set(violationKinds.map(({ id }) => id));

/**
 * Rows of `app.take_orders` for one order: two when it holds a complaint and a report (CMP art. 9). Nothing readable stays outside the seal.
 * `suiteOf` may be that of one sending (`oneSending`), for a lot.
 */
export function tipsOfOrder(
  order: ImportedOrder,
  line: number,
  desk: OrderDesk,
  suiteOf: (id: SuiteId) => Suite = (id) => suites[id],
): readonly Readonly<Record<string, unknown>>[] {
  const kinds = order.kind === 'both' ? (['report', 'complaint'] as const) : [order.kind];
  const ids = kinds.map(() => uuidv7());
  const text = [order.title, order.content].filter((part) => part !== null).join('\n');
  const suggestion = desk.suggester.suggest({ text: [order.operatorName, text].filter(Boolean).join('\n') });
  const scene = suggestion.scene?.value ?? null;
  const violations = suggestion.kinds.map(({ value }) => value as string).filter((kind) => countable.has(kind));
  const registration = order.uscc === null ? null : readRegistration(order.uscc);
  const marks = marksOf(
    { operatorName: order.operatorName, uscc: order.uscc, locators: order.link === null ? [] : [order.link], text },
    desk.markKey,
  );
  return kinds.map((kind, at) => {
    const id = ids[at] ?? '';
    const routed = route(
      {
        channel: order.channel,
        kind,
        scene,
        violations,
        district: order.district,
        registeredIn: registration === null || registration.kind === 'wrong' ? null : registration.place,
        chain: false,
        receivedOn: order.receivedOn,
      },
      desk.rules,
    );
    const office =
      desk.directory.offices.find((one) => routed.ok && one.id === routed.office) ?? nearestOffice(desk.directory, order.district);
    const { clocks, dueOn } = clocksOn(kind, order.receivedOn, desk.calendar);
    return {
      line,
      id,
      kind,
      channel: order.channel,
      // The number names the order; its second file gets one of its own.
      orderNumber: at === 0 ? order.orderNumber : `${order.orderNumber}+${kind}`,
      receivedOn: order.receivedOn,
      receivedAt: order.receivedAt,
      district: order.district ?? office.district,
      office: office.id,
      // Nothing is decided by a machine: what it suggests is kept as a suggestion, with scene and kinds left to the clerk.
      scene: null,
      violationKinds: [],
      // The words it rests on are words of the tip: they are found again when it is opened.
      suggestion: { scene, kinds: violations, by: suggestion.by },
      marks,
      dueOn,
      twin: ids.length === 2 ? ids[1 - at] : null,
      anonymous: order.reporter === null,
      ...sealed(order, id, text, office.id, desk, suiteOf),
      clocks: clocks.map(({ facts, startedBy, reckoned: { columns } }) => ({
        slot: facts.slot,
        startedBy,
        startOn: facts.startOn,
        ...columns,
      })),
    };
  });
}

/** Thousands of orders come in on a few days: their first clocks are the same, and a calendar never changes. */
const reckonedOn = new WeakMap<Calendar, Map<string, ReturnType<typeof firstClocks>>>();

function clocksOn(kind: 'complaint' | 'report', receivedOn: string, calendar: Calendar): ReturnType<typeof firstClocks> {
  const days = reckonedOn.get(calendar) ?? new Map<string, ReturnType<typeof firstClocks>>();
  reckonedOn.set(calendar, days);
  const key = `${kind} ${receivedOn}`;
  const clocks = days.get(key) ?? firstClocks(kind, receivedOn, calendar);
  if (days.size < 10_000) days.set(key, clocks);
  return clocks;
}

function sealed(
  order: ImportedOrder,
  id: string,
  text: string,
  office: string,
  { suite, directory }: OrderDesk,
  suiteOf: (id: SuiteId) => Suite,
) {
  const tipKey = newTipKey();
  const body: TipBody = {
    story: text,
    happened: [],
    day: null,
    shop: { name: order.operatorName ?? '', address: order.address ?? '' },
    link: order.link ?? '',
    qr: '',
    sms: '',
    wish: '',
    language: 'zh',
  };
  const keys = [directory.keyOf('office', office), directory.keyOf('escrow', ESCROW)].map((key) => wrapForHolder(suiteOf, id, tipKey, key));
  const custodians = directory.keyOf('custodian', CUSTODIANS);
  const { reporter } = order;
  const identity =
    reporter &&
    sealIdentity(suite, suiteOf(custodians.suite), id, { name: reporter.name ?? '', contact: reporter.phone ?? '' }, custodians);
  const row = {
    suite: suite.id,
    body: base64(sealBody(suite, id, tipKey, body)),
    keys: keys.map(({ wrapped, ...key }) => ({ ...key, wrapped: base64(wrapped) })),
    identity: identity && { ...identity, wrapped: base64(identity.wrapped), sealed: base64(identity.sealed) },
  };
  tipKey.fill(0);
  return row;
}
