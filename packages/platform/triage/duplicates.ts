import { daysBetween, type Text } from '@liangjian/law';
import { foldName } from './fold-name.ts';
import { likeness, type Pieces } from './likeness.ts';
import type { TouchpointKey } from './touchpoint-key.ts';

/** What is known of a tip when it is compared with others. */
export interface TipTraits {
  readonly id: string;
  readonly receivedOn: string;
  readonly operatorId: string | null;
  readonly uscc: string | null;
  readonly operatorName: string | null;
  readonly touchpoints: readonly TouchpointKey[];
  readonly pieces: Pieces;
}

export interface DuplicateReason {
  readonly on: 'operator' | 'uscc' | 'name' | 'touchpoint' | 'place' | 'text' | 'time';
  readonly text: Text;
  readonly points: number;
}

export interface DuplicateOffer {
  readonly tip: string;
  /** 0–100. From 60 on it looks like the same matter; below, only like the same shop. */
  readonly score: number;
  readonly kind: 'same-matter' | 'same-shop';
  readonly reasons: readonly DuplicateReason[];
}

const SAME_MATTER = 60;
const FLOOR = 30;
/** Days beyond which two events are hardly one. */
const NEAR = 30;

/**
 * Tips that may be about the same matter, the likeliest first. A suggestion: an officer links them or not,
 * and each keeps its clocks and notices. Pure; `candidates` come from the store by the same traits.
 */
export function findDuplicates(tip: TipTraits, candidates: readonly TipTraits[], most = 20): readonly DuplicateOffer[] {
  return candidates
    .filter(({ id }) => id !== tip.id)
    .flatMap((other) => {
      const reasons = reasonsFor(tip, other);
      const score = Math.min(
        100,
        reasons.reduce((sum, { points }) => sum + points, 0),
      );
      // Without the same shop, like words alone are only a form letter.
      const sameShop = reasons.some(({ on }) => on !== 'text' && on !== 'time');
      const alike = reasons.some(({ on }) => on === 'text');
      if (score < FLOOR || (!sameShop && !alike)) return [];
      const kind = sameShop && alike && score >= SAME_MATTER ? ('same-matter' as const) : ('same-shop' as const);
      return sameShop || score >= 40 ? [{ tip: other.id, score, kind, reasons }] : [];
    })
    .sort((one, other) => other.score - one.score || (one.tip < other.tip ? -1 : 1))
    .slice(0, most);
}

function reasonsFor(one: TipTraits, other: TipTraits): readonly DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  const add = (on: DuplicateReason['on'], points: number, zh: string, en: string): void => {
    reasons.push({ on, points, text: { zh, en } });
  };
  if (one.operatorId !== null && one.operatorId === other.operatorId) add('operator', 40, '同一经营者', 'the same operator');
  else if (one.uscc !== null && one.uscc === other.uscc)
    add('uscc', 40, `同一统一社会信用代码${one.uscc}`, `the same social credit code ${one.uscc}`);
  else nameReason(one, other, add);
  const exact = shared(one, other, ({ kind, key }) => `${kind}:${key}`);
  const place = exact ?? shared(one, other, ({ kind, place: at }) => (at === null ? null : `${kind}:${at}`));
  if (exact !== null)
    add('touchpoint', 40, `同一网址、小程序或者二维码：${shown(exact)}`, `the same address, mini-program or code: ${shown(exact)}`);
  else if (place !== null) add('place', 30, `同一店铺的不同二维码：${shown(place)}`, `another code of the same place: ${shown(place)}`);
  const like = likeness(one.pieces, other.pieces);
  if (like >= 0.25)
    add('text', Math.round(like * 60), `内容相似度${Math.round(like * 100)}%`, `the texts are ${Math.round(like * 100)}% alike`);
  const days = Math.abs(daysBetween(one.receivedOn, other.receivedOn));
  if (reasons.length > 0 && days <= NEAR)
    add(
      'time',
      Math.round(10 * (1 - days / NEAR)),
      days === 0 ? '同一天收到' : `相隔${days}天收到`,
      days === 0 ? 'received on the same day' : `received ${days} day${days === 1 ? '' : 's'} apart`,
    );
  return reasons;
}

function nameReason(one: TipTraits, other: TipTraits, add: (on: 'name', points: number, zh: string, en: string) => void): void {
  const [mine, theirs] = [foldName(one.operatorName ?? ''), foldName(other.operatorName ?? '')];
  if (mine.key.length >= 2 && mine.key === theirs.key)
    add('name', 30, `店名相同：${other.operatorName}`, `the same name: ${other.operatorName}`);
  else if (mine.brand.length >= 2 && mine.brand === theirs.brand && (mine.branch === null || theirs.branch === null))
    add('name', 20, `店名相近：${other.operatorName}`, `a like name: ${other.operatorName}`);
}

function shared(one: TipTraits, other: TipTraits, key: (touchpoint: TouchpointKey) => string | null): string | null {
  const mine = new Set(one.touchpoints.map(key).filter((value) => value !== null));
  return other.touchpoints.map(key).find((value) => value !== null && mine.has(value)) ?? null;
}

const shown = (key: string): string => key.slice(key.indexOf(':') + 1).slice(0, 80);
