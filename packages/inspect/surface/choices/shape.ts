import type { ChoiceReading } from '../model.ts';
import type { Reader } from '../reader.ts';
import { parseColour } from '../style/colour.ts';
import type { SurfaceNode } from '../surface.ts';

/** How a control looks: what it is drawn as, not which tag it has. */
export interface Look {
  readonly shape: ChoiceReading['shape'];
  /** Has a ground of its own. */
  readonly filled: boolean;
  readonly bordered: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
}

const ICON = 56;

export function lookOf(reader: Reader, id: number, text: string): Look {
  const node = reader.node(id);
  const parts = [id, ...reader.descendants(id)].map((at) => reader.node(at)).filter((part) => part.visible);
  const box = reader.boxOf(id);
  const filled = parts.some((part) => hasGround(part) && coversMost(part, node, reader));
  const bordered = parts.some(
    (part) => part.style?.border !== '' && part.style !== null && part.tag !== '#text' && coversMost(part, node, reader),
  );
  const texts = parts.filter((part) => (part.tag === '#text' || part.tag.startsWith('::')) && part.text.trim() !== '');
  const fontSize = Math.max(0, ...texts.map((part) => part.style?.fontSize ?? 0));
  const bold = texts.some((part) => (part.style?.fontWeight ?? 400) >= 600);
  const look = { filled, bordered, fontSize, bold };
  const written = texts.map((part) => part.text.trim()).join('');
  if (written.replace(/[\uE000-\uF8FF×✕✖╳✗✘⨉☓xX]/g, '') === '' && box && box.width <= ICON && box.height <= ICON)
    return { ...look, shape: 'icon' };
  const picture = parts.some((part) => /^(img|canvas)$/.test(part.tag) || (part.style?.backgroundImage ?? '').includes('url('));
  if (written === '' && picture) return { ...look, shape: 'image' };
  if (filled || bordered) return { ...look, shape: 'button' };
  const underlined = parts.some((part) => part.style?.textDecoration.includes('underline'));
  if (node.tag === 'a' || underlined) return { ...look, shape: 'link' };
  return { ...look, shape: written === '' && text !== '' ? 'image' : 'text' };
}

function hasGround(part: SurfaceNode): boolean {
  if (!part.style || part.tag === '#text') return false;
  const colour = parseColour(part.style.backgroundColor);
  return (colour !== null && colour.a > 0.1) || part.style.backgroundImage !== 'none';
}

function coversMost(part: SurfaceNode, whole: SurfaceNode, reader: Reader): boolean {
  if (part.id === whole.id) return true;
  const outer = reader.boxOf(whole.id);
  if (!outer || !part.box) return false;
  return part.box.width * part.box.height >= 0.4 * outer.width * outer.height;
}
