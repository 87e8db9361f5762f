import { type ClauseReading, filled } from '../clause.ts';
import { datesIn, type PolicyDate } from '../slots/dates.ts';
import { templateIn } from '../slots/template.ts';
import type { Outline } from '../text/outline.ts';
import { cueSentences } from './find.ts';

const CUE =
  /(?:生效|发布|更新|修订|公布|施行|版本)(?:的)?(?:日期|时间|日|于|号)|自[^。；\n]{0,14}(?:起)?(?:生效|施行)|即日起|20\d{2}\s*[年\-/.]/g;

/** Dates of the text itself. `day` is that of effect, else of the last update or publication. */
export function readDates(outline: Outline, whole: boolean): { readonly day: string | null; readonly clause: ClauseReading } {
  const dates = datesIn(outline.folded.text);
  const pick = (kind: PolicyDate['kind']) => dates.find((date) => date.kind === kind);
  const best = pick('effective') ?? pick('updated') ?? pick('published') ?? null;
  const make = (
    verdict: ClauseReading['verdict'],
    sentences: ClauseReading['sentences'],
    template: readonly string[] = [],
  ): ClauseReading => ({
    element: 'effective-date',
    topic: 'date',
    verdict,
    slots: filled({
      effective: dates.filter(({ kind }) => kind === 'effective').map(({ day }) => day),
      updated: dates.filter(({ kind }) => kind === 'updated').map(({ day }) => day),
      published: dates.filter(({ kind }) => kind === 'published').map(({ day }) => day),
      template,
    }),
    pi: [],
    sentences,
  });
  if (best) return { day: best.day, clause: make('present', dates.flatMap(({ at }) => outline.sentenceAt(at) ?? []).slice(0, 4)) };
  const touched = cueSentences(outline, CUE).filter(({ kind }) => kind !== 'contents');
  const remnants = touched.filter(({ text }) => text.length < 60).flatMap(({ text }) => templateIn(text) ?? []);
  if (remnants.length > 0) return { day: null, clause: make('empty', touched.slice(0, 4), remnants) };
  return { day: null, clause: touched.length > 0 || !whole ? make('unreadable', touched.slice(0, 4)) : make('absent', []) };
}
