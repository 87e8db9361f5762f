import type { DeclaredList } from '../../../facts/derive/program/program-input.ts';

/** The list is no JSON, or holds no list of the platform. `code` is a key of the error catalogue. */
export class DeclaredUnreadable extends Error {
  readonly code = 'file-unreadable';
}

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_KEYS = 500;

/**
 * The list of collected data that an operator gave to the platform, as its interface answers or takes it:
 * `privacy_list` (keys alone), `setting_list` (keys with the text shown to the consumer), at any depth.
 * @throws DeclaredUnreadable
 */
export function readDeclared(name: string, artefact: string, text: string): DeclaredList {
  if (text.length > MOST_BYTES) throw new DeclaredUnreadable(`${name}: too large`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new DeclaredUnreadable(`${name}: ${(error as Error).message.slice(0, 120)}`);
  }
  const keys = new Map<string, string | null>();
  const lists = listsIn(value, 0);
  for (const item of lists.flat()) {
    const { key, said } = entryOf(item);
    if (key !== null && keys.size < MOST_KEYS && (!keys.has(key) || said !== null)) keys.set(key, said);
  }
  if (lists.length === 0) throw new DeclaredUnreadable(`${name}: privacy_list, setting_list`);
  return {
    name,
    artefact,
    keys: new Map([...keys].map(([key, said]) => [key, { said, line: lineOf(text, key) }])),
  };
}

function listsIn(value: unknown, depth: number): unknown[][] {
  if (depth > 5 || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value))
    return depth === 0 && value.some((item) => entryOf(item).key !== null) ? [value] : value.flatMap((item) => listsIn(item, depth + 1));
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'privacy_list' || key === 'setting_list' || key === 'privacyList' || key === 'settingList') && Array.isArray(inner)
      ? [inner]
      : listsIn(inner, depth + 1),
  );
}

function entryOf(item: unknown): { readonly key: string | null; readonly said: string | null } {
  if (typeof item === 'string') return { key: /^[A-Za-z]{3,40}$/.test(item) ? item : null, said: null };
  if (item === null || typeof item !== 'object') return { key: null, said: null };
  const { privacy_key: key, privacy_text: said } = item as { privacy_key?: unknown; privacy_text?: unknown };
  return { key: typeof key === 'string' && key !== '' ? key : null, said: typeof said === 'string' && said.trim() !== '' ? said : null };
}

/** Line on which a key stands, from 1. */
function lineOf(text: string, key: string): number {
  const at = text.indexOf(JSON.stringify(key));
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
