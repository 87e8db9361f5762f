import type { Text } from '@liangjian/law';

/** Puts observations side by side in one sentence; left-out ones are null. */
export function joined(parts: readonly (Text | null)[]): Text {
  const kept = parts.filter((part) => part !== null);
  return { zh: `${kept.map(({ zh }) => zh).join('；')}。`, en: `${kept.map(({ en }) => en).join('; ')}.` };
}
