import { entryOf } from '@liangjian/platform/http';
import { ZodError } from 'zod';
import type { Words } from '../text/words.ts';
import { fieldOf } from '../report-form.ts';
import type { FieldProblems } from './fields.ts';

const BY_FIELD: Readonly<Record<string, keyof Words>> = {
  story: 'wrongStory',
  shopName: 'wrongShopName',
  name: 'wrongName',
  contact: 'wrongContact',
  day: 'wrongDay',
};

/** What the person can mend on the form, field by field in plain words; null for a fault of another kind, which has a page of its own. */
export function problemsOf(error: unknown, words: Words): FieldProblems | null {
  if (error instanceof ZodError)
    return new Map(
      error.issues.map(({ path }) => {
        const field = fieldOf(path.join('.'));
        return [field, words[BY_FIELD[field] ?? 'wrongOther']] as const;
      }),
    );
  const { code } = entryOf(error);
  if (code === 'proof-needed') return new Map([['answer', words.wrongProof]]);
  if (code === 'form-expired') return new Map([['story', words.formExpired]]);
  return null;
}
