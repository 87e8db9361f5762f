import type { Text } from '@liangjian/law';
import { z } from 'zod';

/** When a routing rule applies: every list that is given must contain the tip's value; an empty rule applies to all. */
export const routingConditions = z.strictObject({
  channels: z.array(z.string().max(40)).max(20).optional(),
  kinds: z.array(z.enum(['complaint', 'report'])).optional(),
  scenes: z.array(z.string().max(8)).max(100).optional(),
  violations: z.array(z.string().max(4)).max(10).optional(),
  districts: z
    .array(z.string().regex(/^31\d{4}$/))
    .max(30)
    .optional(),
  /** The shop is registered here, wherever the act happened. */
  registeredIn: z
    .array(z.string().regex(/^\d{6}$/))
    .max(100)
    .optional(),
  chain: z.boolean().optional(),
});
export type RoutingConditions = z.infer<typeof routingConditions>;

export interface RoutingRule {
  readonly id: string;
  /** The lowest number that applies wins; of two equals the one with more conditions, then the older id. */
  readonly priority: number;
  readonly conditions: RoutingConditions;
  readonly office: string;
  readonly reason: Text;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** What routing looks at; nothing of who reported. */
export interface RoutedTip {
  readonly channel: string;
  readonly kind: 'complaint' | 'report';
  readonly scene: string | null;
  readonly violations: readonly string[];
  readonly district: string | null;
  readonly registeredIn: string | null;
  readonly chain: boolean;
  readonly receivedOn: string;
}

export type Route =
  | { readonly ok: true; readonly office: string; readonly rule: string; readonly reason: Text }
  /** No rule applies: a person decides, nothing is guessed. */
  | { readonly ok: false; readonly reason: Text };

/** Finds the office by the rules, with the reason in words. Pure. */
export function route(tip: RoutedTip, rules: readonly RoutingRule[]): Route {
  const [found] = [...rules]
    .filter(({ validFrom, validUntil }) => validFrom <= tip.receivedOn && (validUntil === null || tip.receivedOn <= validUntil))
    .filter(({ conditions }) => applies(conditions, tip))
    .sort((one, other) => one.priority - other.priority || width(other.conditions) - width(one.conditions) || (one.id < other.id ? -1 : 1));
  if (found !== undefined) return { ok: true, office: found.office, rule: found.id, reason: found.reason };
  return {
    ok: false,
    reason: {
      zh: tip.district === null ? '没有适用的分派规则，且不知道发生在哪个区，请人工分派。' : '没有适用的分派规则，请人工分派。',
      en:
        tip.district === null ? 'No rule applies and the district is not known: assign it by hand.' : 'No rule applies: assign it by hand.',
    },
  };
}

const width = (conditions: RoutingConditions): number => Object.values(conditions).filter((value) => value !== undefined).length;

function applies(conditions: RoutingConditions, tip: RoutedTip): boolean {
  const within = (list: readonly string[] | undefined, value: string | null): boolean =>
    list === undefined || (value !== null && list.includes(value));
  return (
    within(conditions.channels, tip.channel) &&
    within(conditions.kinds, tip.kind) &&
    within(conditions.scenes, tip.scene) &&
    within(conditions.districts, tip.district) &&
    within(conditions.registeredIn, tip.registeredIn) &&
    (conditions.violations === undefined || tip.violations.some((kind) => conditions.violations?.includes(kind))) &&
    (conditions.chain === undefined || conditions.chain === tip.chain)
  );
}

export interface RoutingDryRun {
  readonly tips: number;
  /** Tips that would go to another office than they are at. */
  readonly moved: readonly { readonly tip: string; readonly from: string | null; readonly to: string | null; readonly reason: Text }[];
  readonly perOffice: Readonly<Record<string, number>>;
  /** Tips for which no rule applies. */
  readonly unrouted: number;
  /** Rules that applied to none of the tips. */
  readonly unused: readonly string[];
}

/** What a set of rules would do to tips at hand. Changes nothing. */
export function tryRouting(
  tips: readonly (RoutedTip & { readonly id: string; readonly office: string | null })[],
  rules: readonly RoutingRule[],
): RoutingDryRun {
  const perOffice: Record<string, number> = {};
  const used = new Set<string>();
  const moved: { tip: string; from: string | null; to: string | null; reason: Text }[] = [];
  let unrouted = 0;
  for (const tip of tips) {
    const found = route(tip, rules);
    const to = found.ok ? found.office : null;
    if (found.ok) {
      used.add(found.rule);
      perOffice[found.office] = (perOffice[found.office] ?? 0) + 1;
    } else unrouted += 1;
    if (to !== tip.office) moved.push({ tip: tip.id, from: tip.office, to, reason: found.reason });
  }
  return { tips: tips.length, moved, perOffice, unrouted, unused: rules.map(({ id }) => id).filter((id) => !used.has(id)) };
}
