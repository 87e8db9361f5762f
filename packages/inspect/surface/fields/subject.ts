import type { FieldReading } from '../model.ts';
import { CHILD_WORDS, PARENT_WORDS, THIRD_WORDS } from '../words/field-words.data.ts';
import { fold } from '../words/fold.ts';
import type { FieldWords } from './evidence.ts';

/** Whose datum a field asks for. The words of the field decide before the heading of its section; a parent's own name is `self`. */
export function subjectOf(words: FieldWords, section: string): FieldReading['subject'] {
  for (const text of [words.label, words.placeholder, words.above]) {
    const folded = fold(text).slice(0, 40);
    if (folded === '') continue;
    if (THIRD_WORDS.test(folded)) return 'third-person';
    const child = folded.search(CHILD_WORDS);
    const parent = folded.search(PARENT_WORDS);
    // 「学员家长姓名」: the parent is meant.
    if (parent >= 0 && (child < 0 || parent > child || parent === 0)) return 'self';
    if (child >= 0) return 'child';
  }
  const folded = fold(section).slice(0, 40);
  if (THIRD_WORDS.test(folded)) return 'third-person';
  if (PARENT_WORDS.test(folded)) return 'self';
  // A heading says whose data follow only when it is about data: 「宝宝信息」, not 「儿童英语体验课」.
  return /(孩子|学员|宝宝|学生|儿童|小朋友|子女|幼儿|child|student|pupil|kid|baby)('s)?\s*(的)?(基本|个人)?\s*(信息|资料|档案|情况|information|info|details)/.test(
    folded,
  )
    ? 'child'
    : 'self';
}
