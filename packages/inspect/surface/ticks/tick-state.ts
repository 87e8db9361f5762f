import { below } from '../flow/below.ts';
import type { TickReading } from '../model.ts';
import type { Reader } from '../reader.ts';
import type { SurfaceNode } from '../surface.ts';
import { CLEAR_GLYPH, DOUBTFUL_GLYPH, FAINT_ON_NAMES, OFF_NAMES, ON_NAMES, TICKED_GLYPH } from '../words/tick-words.data.ts';
import { type Shape, stateOfDrawing } from './drawing.ts';
import { lookOf } from './look.ts';
import { isPainted } from './painted.ts';

export interface TickState {
  readonly state: TickReading['state'];
  readonly means: TickReading['means'];
}

/** Names split into words: `vanCheckbox__icon--checked` → `van-checkbox-icon-checked`. */
export function nameWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.replace(/\d+$/, ''))
    .join('-');
}

/** State of an icon the page draws itself, and by what means it is shown (`hasPeer`: a like-named element lacks one word of its class); `unknown` when nothing on the page tells it. */
export function drawnState(reader: Reader, id: number, hasPeer: boolean): TickState {
  const parts = [id, ...below(reader, id, 12)].map((at) => reader.node(at)).filter((part) => !holdsUnpainted(reader, part));
  const glyph = byGlyph(parts.filter((part) => isPainted(reader, part)));
  if (glyph) return glyph;
  const picture = byPicture(parts);
  if (picture && picture.state !== 'unknown') return picture;
  const names = parts
    .filter((part) => part.tag !== '#text' && !part.tag.startsWith('::'))
    .map((part) => nameWords(`${part.attributes['class'] ?? ''} ${symbol(part)}`));
  const named = byNames(names);
  if (named) return { state: named, means: 'class' };
  const look = lookOf(reader, id);
  const faint = names.some((name) => FAINT_ON_NAMES.test(name));
  // A word that may mean "on" and a sight that may mean "on" are enough together.
  if (faint && (look.state === 'ticked' || look.marked || hasPeer || parts.some((part) => inSprite(reader, part))))
    return { state: 'ticked', means: 'class' };
  if (faint) return { state: 'unknown', means: 'class' };
  if (look.state !== 'unknown') return { state: look.state, means: 'class' };
  // A mark kept ready and not painted is how a page draws "not yet".
  if (!look.marked && byGlyph(parts)?.state === 'ticked') return { state: 'clear', means: 'class' };
  return picture ?? { state: 'unknown', means: 'class' };
}

function byNames(names: readonly string[]): 'ticked' | 'clear' | null {
  // The word nearest to the icon wins: a wrapper may be called `checkbox-default` while its icon is `icon-checked`.
  for (const name of [...names].reverse()) {
    const off = OFF_NAMES.test(name);
    const on = ON_NAMES.test(name.replace(/(un|not|no)-?(check|select)(ed)?/g, 'off'));
    if (off && !on) return 'clear';
    if (on && !off) return 'ticked';
    // 「circle-checked」: the outline is named too; the stronger word is the state.
    if (on && off) return /un-?check|un-?select|not-|no-?check|off|blank|empty/.test(name) ? 'clear' : 'ticked';
  }
  return null;
}

function byGlyph(parts: readonly SurfaceNode[]): TickState | null {
  for (const part of parts) {
    if (!part.visible || part.text.trim() === '') continue;
    const means = part.tag === '#text' ? 'text' : 'pseudo';
    if (DOUBTFUL_GLYPH.test(part.text)) return { state: 'unknown', means };
    if (TICKED_GLYPH.test(part.text)) return { state: 'ticked', means };
    if (CLEAR_GLYPH.test(part.text)) return { state: 'clear', means };
  }
  return null;
}

/** An element that is there for an unpainted mark only; its name speaks of the mark, not of the state. */
function holdsUnpainted(reader: Reader, part: SurfaceNode): boolean {
  if (part.tag === '#text' || part.tag.startsWith('::') || !part.style) return false;
  const inner = below(reader, part.id, 4).map((at) => reader.node(at));
  const glyphs = inner.filter((at) => (at.tag === '#text' || at.tag.startsWith('::')) && at.text.trim() !== '');
  return (
    glyphs.length > 0 &&
    inner.every((at) => glyphs.includes(at)) &&
    glyphs.every((at) => !isPainted(reader, at)) &&
    !/(^|-)(un|no|not|off|is)?-?(checked|selected)(-|$)/.test(nameWords(part.attributes['class'] ?? ''))
  );
}

function byPicture(parts: readonly SurfaceNode[]): TickState | null {
  for (const part of parts) {
    const address =
      part.tag === 'img'
        ? (part.attributes['current-src'] ?? part.attributes['src'] ?? '')
        : (/url\((?:"([^"]+)|'([^']+)|([^"')]+))/
            .exec(part.style?.backgroundImage ?? '')
            ?.slice(1)
            .find(Boolean) ?? '');
    if (!address || !part.visible) continue;
    const means = part.tag.startsWith('::') ? 'pseudo' : 'image';
    const name = address.startsWith('data:')
      ? ''
      : nameWords(
          (/([^/?#]+)(?:[?#].*)?$/.exec(address)?.[1] ?? '').replace(/\.(png|jpe?g|gif|svg|webp)$/i, '').replace(/[a-f0-9]{8,}/g, ''),
        );
    const drawn = stateOfDrawing(shapesOfAddress(address), false);
    if (drawn !== 'unknown') return { state: drawn, means };
    const state =
      byNames([name]) ??
      (/(^|-)(select|on|active|cur|choose|sel)$/.test(name) ? 'ticked' : /(^|-)(off|no|none)$/.test(name) ? 'clear' : null);
    return { state: state ?? 'unknown', means };
  }
  return null;
}

/** Shapes of a small SVG picture written into its own address. */
function shapesOfAddress(address: string): readonly Shape[] {
  const svg = /^data:image\/svg\+xml(?:;[^,]*)?,([\s\S]+)$/i.exec(address)?.[1];
  if (svg === undefined || svg.length > 4000) return [];
  const written = svg.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return [...written.matchAll(/<(path|circle|ellipse|rect|polyline|polygon)\b([^>]*)>/gi)].map(([, tag = '', inside = '']) => ({
    tag: tag.toLowerCase(),
    attributes: Object.fromEntries(
      [...inside.matchAll(/([\w-]+)\s*=\s*["']([^"']*)["']/g)].map(([, name = '', value = '']) => [name, value]),
    ),
    color: '',
  }));
}

/** One of a pair in a sprite: beside the symbol `on` there is one `off`, so that its name is the state. */
function inSprite(reader: Reader, part: SurfaceNode): boolean {
  if (!FAINT_ON_NAMES.test(nameWords(symbol(part)))) return false;
  return reader.surface.nodes.some(({ tag, attributes }) => tag === 'symbol' && OFF_OF_PAIR.test(nameWords(attributes['id'] ?? '')));
}

const OFF_OF_PAIR = /(^|-)(off|un|no|none|not|empty|normal|false|blank|unchecked|unselected)(-|$)/;

/** `<use href="#icon-checked">` names its drawing. */
function symbol(node: SurfaceNode): string {
  return node.tag === 'use' ? (node.attributes['href'] ?? node.attributes['xlink:href'] ?? '') : '';
}
