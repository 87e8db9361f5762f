import type { PiCategory } from '@liangjian/law';
import type { FieldReading } from '../../../surface/model.ts';
import { centreOf, type Page, type PageLook } from './page.ts';

const TYPABLE = new Set(['text', 'tel', 'number', 'email', 'textarea', 'password', 'search', 'url', 'contenteditable', 'plate-keys']);

export const fieldKey = (field: FieldReading): string => `${field.form}|${field.name}|${field.label}`;

/**
 * Types canary data into the fields on view, each once per arm. Nothing is submitted; what leaves because of the typing alone
 * is what we want to see. Returns the look after typing.
 */
export async function fillFields(
  page: Page,
  start: PageLook,
  canary: Readonly<Record<string, string>>,
  filled: Set<string>,
): Promise<PageLook> {
  const typed: string[] = [];
  for (const field of start.reading.fields) {
    const value = valueFor(field, canary);
    if (value === null || filled.has(fieldKey(field)) || !field.box || page.timeLeft() <= 0) continue;
    const { x, y } = centreOf(field.box);
    if (y < 0 || y > start.surface.viewport.height) continue;
    filled.add(fieldKey(field));
    page.record('input', {
      kind: 'type',
      aim: `fill:${field.categories[0] ?? 'other'}`,
      text: value,
      surface: start.sha256,
      node: field.node,
      x,
      y,
    });
    await page.tap(x, y);
    if (field.control === 'plate-keys') await pressKeys(page, value, field.node);
    else await page.type(value);
    typed.push(fieldKey(field));
  }
  if (typed.length === 0) return start;
  await page.leaveField();
  await page.settle('short');
  const look = await page.look('after typing');
  for (const key of typed.filter((one) => stayedEmpty(look, one) && !filled.has(again(one)))) {
    filled.delete(key);
    filled.add(again(key));
  }
  return look;
}

const again = (key: string): string => `again ${key}`;

/** A layer that came up just then took what we typed: the field may be tried once more. */
const stayedEmpty = (look: PageLook, key: string): boolean =>
  look.reading.fields.some((field) => fieldKey(field) === key && look.surface.nodes[field.node]?.value === '');

function valueFor(field: FieldReading, canary: Readonly<Record<string, string>>): string | null {
  if (!TYPABLE.has(field.control)) return null;
  const category: PiCategory | undefined = field.categories.find((candidate) => canary[candidate] !== undefined);
  return category ? (canary[category] ?? null) : null;
}

/**
 * A keyboard drawn by the page: press its keys one by one; a key that is not there ends the attempt. What stands in the row of boxes
 * already are the letters pressed before, not keys.
 */
async function pressKeys(page: Page, value: string, row: number): Promise<void> {
  for (const key of value.replaceAll(/[·\s]/g, '')) {
    const look = await page.look('keyboard');
    const node = look.surface.nodes.find(
      (candidate) =>
        candidate.visible &&
        candidate.tag !== '#text' &&
        candidate.box &&
        ownText(look, candidate.id) === key &&
        !isWithin(look, candidate.id, row),
    );
    if (!node?.box) return;
    const { x, y } = centreOf(node.box);
    await page.tap(x, y);
  }
}

function isWithin({ surface: { nodes } }: PageLook, id: number, holder: number): boolean {
  for (let at = id, depth = 0; at >= 0 && depth < nodes.length; at = nodes[at]?.parent ?? -1, depth += 1) if (at === holder) return true;
  return false;
}

function ownText(look: PageLook, id: number): string {
  const node = look.surface.nodes[id];
  return (node?.children ?? [])
    .map((child) => look.surface.nodes[child]?.text ?? '')
    .join('')
    .trim();
}
