import { findScene, type Text, type ViolationKind, violationKind } from '@liangjian/law';
import { denied, kindWords } from './kind-words.data.ts';
import { sceneWords } from './scene-words.data.ts';
import type { Offer, SuggestInput, Suggester, Suggestion } from './suggestion.ts';

/** Beyond it nothing is read: a tip has pages, not books, and every pattern runs over it. */
const MOST_TEXT = 8000;
const SCENE_FLOOR = 2;
const KIND_FLOOR = 2;
/** A second kind is offered when it has at least this share of the points of the first. */
const SHARE = 0.6;

/** Suggests by word families. Deterministic and quick (a millisecond), without any service outside the house. */
export const wordSuggester: Suggester = {
  id: 'words/1',
  suggest: (input) => {
    const text = plain(input.text);
    const scene = sceneOffer(text);
    const kinds = kindOffers(text.replace(denied, ''));
    return { scene, kinds, text: inWords(scene, kinds), by: 'words/1' };
  },
};

function plain(text: string): string {
  return text.slice(0, MOST_TEXT).normalize('NFKC').replace(/\s+/g, ' ').replace(/,/g, '，').replace(/;/g, '；');
}

function sceneOffer(text: string): Offer<string> | null {
  const offers = tally(
    sceneWords.map(([value, weight, words]) => ({ value, weight, words })),
    text,
  );
  const [best, next] = offers;
  if (best === undefined || best.score < SCENE_FLOOR) return null;
  // A scene that continues another (S13 of S2) says more about the place, so it wins over its parent.
  const child = offers.find(({ value, score }) => findScene(value)?.extends === best.value && score >= 3);
  if (child !== undefined) return child;
  return next !== undefined && next.score === best.score && findScene(best.value)?.extends !== next.value
    ? firstSaid(text, best, next)
    : best;
}

/** Of two that are equally likely, the one that is named first: people say where they were before they say what happened. */
const firstSaid = (text: string, one: Offer<string>, other: Offer<string>): Offer<string> =>
  text.indexOf(one.words[0] ?? '') <= text.indexOf(other.words[0] ?? '') ? one : other;

function kindOffers(text: string): readonly Offer<Exclude<ViolationKind, 'none'>>[] {
  const offers = tally(
    kindWords.map(({ kind, weight, words }) => ({ value: kind, weight, words })),
    text,
  );
  const best = offers[0]?.score ?? 0;
  return offers.filter(({ score }) => score >= KIND_FLOOR && score >= best * SHARE);
}

/** Points of every value: each pattern counts once for every different match, at most twice. */
function tally<T extends string>(
  patterns: readonly { readonly value: T; readonly weight: number; readonly words: RegExp }[],
  text: string,
): Offer<T>[] {
  const scores = new Map<T, { score: number; words: { readonly at: number; readonly word: string }[] }>();
  for (const { value, weight, words } of patterns) {
    const found = new Map<string, number>();
    // Not matchAll: it makes a copy of the pattern for every text, and imports ask for thousands.
    words.lastIndex = 0;
    for (let match = words.exec(text); match !== null; match = words.exec(text)) {
      if (match[0] === '') words.lastIndex += 1;
      else if (!found.has(match[0])) found.set(match[0], match.index);
    }
    if (found.size === 0) continue;
    const entry = scores.get(value) ?? { score: 0, words: [] };
    entry.score += weight * Math.min(2, found.size);
    for (const [word, at] of found) entry.words.push({ at, word });
    scores.set(value, entry);
  }
  return [...scores]
    .map(([value, { score, words }]) => ({
      value,
      score,
      words: [...words].sort((one, other) => one.at - other.at).map(({ word }) => word),
    }))
    .sort((one, other) => other.score - one.score);
}

function inWords(scene: Suggestion['scene'], kinds: Suggestion['kinds']): Text {
  const label = scene && findScene(scene.value)?.label;
  const said = (words: readonly string[]): Text => ({ zh: `“${words.slice(0, 4).join('”“')}”`, en: `“${words.slice(0, 4).join('”, “')}”` });
  const first: Text =
    scene && label
      ? { zh: `场景可能是${label.zh}，依据${said(scene.words).zh}。`, en: `The scene seems to be ${label.en}, by ${said(scene.words).en}.` }
      : { zh: '从文字看不出场景。', en: 'The text does not tell the scene.' };
  const second =
    kinds.length === 0
      ? { zh: '从文字看不出属于哪一类侵害个人信息行为。', en: 'The text does not tell the kind of violation.' }
      : {
          zh: kinds.map(({ value, words }) => `可能是“${violationKind(value).short.zh}”，依据${said(words).zh}。`).join(''),
          en: kinds.map(({ value, words }) => `It may be “${violationKind(value).short.en}”, by ${said(words).en}.`).join(' '),
        };
  return { zh: `${first.zh}${second.zh}请核对后确认。`, en: `${first.en} ${second.en} Please check and confirm.` };
}

export const suggest = (input: SuggestInput): Suggestion => wordSuggester.suggest(input);
