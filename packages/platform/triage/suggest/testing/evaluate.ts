import type { Suggester } from '../suggestion.ts';

export interface Evaluation {
  readonly tips: number;
  /** Share of tips whose scene (or its absence) is right. */
  readonly scene: number;
  /** Share of tips whose first kind is one of the expected, or that rightly get none. */
  readonly kind: number;
  /** Of the scenes that were named, the share that is right: a wrong one costs more than none. */
  readonly scenePrecision: number;
  readonly kindPrecision: number;
  readonly misses: readonly string[];
}

/** Measures a suggester on a list of tips in the form of `knownTips`. */
export function evaluate(suggester: Suggester, list: string): Evaluation {
  const count = { tips: 0, scene: 0, kind: 0, named: 0, namedRight: 0, kinds: 0, kindsRight: 0 };
  const misses: string[] = [];
  for (const line of list.split('\n')) {
    const [scene = '-', kinds = '-', text = ''] = line.split('|');
    const expected = kinds === '-' ? [] : kinds.split(',');
    const found = suggester.suggest({ text });
    const sceneRight = (found.scene?.value ?? '-') === scene;
    const first = found.kinds[0]?.value;
    const kindRight = first === undefined ? expected.length === 0 : expected.includes(first);
    count.tips += 1;
    count.scene += Number(sceneRight);
    count.kind += Number(kindRight);
    count.named += Number(found.scene !== null);
    count.namedRight += Number(found.scene !== null && sceneRight);
    count.kinds += found.kinds.length;
    count.kindsRight += found.kinds.filter(({ value }) => expected.includes(value)).length;
    if (!sceneRight || !kindRight)
      misses.push(
        `${scene}→${found.scene?.value ?? '-'} ${kinds}→${found.kinds.map(({ value, score }) => `${value}:${score}`).join(',') || '-'} ${text}`,
      );
  }
  const share = (one: number, of: number): number => (of === 0 ? 1 : one / of);
  return {
    tips: count.tips,
    scene: share(count.scene, count.tips),
    kind: share(count.kind, count.tips),
    scenePrecision: share(count.namedRight, count.named),
    kindPrecision: share(count.kindsRight, count.kinds),
    misses,
  };
}
