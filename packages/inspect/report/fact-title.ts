import { type PiCategory, piCategory, policyElements, type Text } from '@liangjian/law';
import type { ClauseVerdict, Fact } from '../facts/fact.ts';
import { oneLine } from './plain.ts';
import { reason } from './words.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

const VERDICTS: Readonly<Record<ClauseVerdict, Text>> = {
  present: t('写明', 'stated'),
  empty: t('有标题而无内容', 'headed but empty'),
  absent: t('没有写明', 'not stated'),
  'by-link': t('以链接写明', 'stated behind a link'),
  contradicts: t('前后矛盾', 'contradicts itself'),
  unreadable: t('无法读取', 'could not be read'),
};

const elements: ReadonlyMap<string, Text> = new Map(policyElements.map((element) => [element.id, element.label]));

/** Fact in a few words: as the consumer saw it, or what a clause says or leaves out. */
export function factTitle(fact: Fact): Text {
  const label = oneLine(fact.label, 70);
  const words = label === '' ? t('', '') : t(`“${label}”`, `"${label}"`);
  if (fact.type === 'policy-clause') {
    const element = elements.get(fact.detail.element) ?? t(fact.detail.element, fact.detail.element);
    const verdict = VERDICTS[fact.detail.verdict];
    return t(`${element.zh}：${verdict.zh}${words.zh}`, `${element.en}: ${verdict.en} ${words.en}`.trim());
  }
  if (fact.type === 'function-reached') {
    const { reached, stoppedBy } = fact.detail;
    return reached === 'yes' ? t('走通', 'reached') : reason(stoppedBy ?? 'other');
  }
  if (fact.type === 'transfer') {
    const keys = [...fact.detail.found, ...fact.detail.identifiers].map(({ key }) => key);
    const named = oneLine([...new Set(keys)].slice(0, 4).join(', '), 40);
    const what = categoryNames(fact.pi, t('标识', 'identifiers'));
    return t(`${what.zh}（${named}）→ ${fact.detail.host}`, `${what.en} (${named}) → ${fact.detail.host}`);
  }
  if (fact.type === 'permission' || fact.type === 'display') return categoryNames(fact.pi, words);
  return words;
}

/** Categories in words; what stands in for them when there is none. */
function categoryNames(pi: readonly PiCategory[], otherwise: Text): Text {
  if (pi.length === 0) return otherwise;
  const labels = pi.map((category) => piCategory(category).label);
  return t(labels.map((label) => label.zh).join('、'), labels.map((label) => label.en).join(', '));
}
