import type { Box } from '../../facts/fact.ts';
import type { Reader } from '../reader.ts';
import { nameRole } from './role.ts';
import { atCorner } from './units.ts';

const LARGEST = 72;

/** Names a builder gave to a control and what it draws: classes, ids, file names, icon references. */
export function builderNames(reader: Reader, id: number): string {
  const names: string[] = [];
  for (const at of [id, ...reader.descendants(id)].slice(0, 12)) {
    const { attributes, style } = reader.node(at);
    for (const key of ['class', 'id', 'href', 'xlink:href', 'data-icon', 'name', 'icon', 'data-action'])
      if (attributes[key]) names.push(attributes[key] as string);
    const source = attributes['src'] ?? attributes['current-src'];
    if (source && !source.startsWith('data:')) names.push(fileName(source));
    const image = /url\("?([^")]+)"?\)/.exec(style?.backgroundImage ?? '')?.[1];
    if (image && !image.startsWith('data:')) names.push(fileName(image));
  }
  return names.join(' ');
}

function fileName(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}

/** Whether a small control without words is a cross: by name, by what it draws, or by where it sits. */
export function isCloseIcon(reader: Reader, id: number, box: Box, card: Box): boolean {
  if (box.width > LARGEST || box.height > LARGEST) return false;
  if (nameRole(builderNames(reader, id)) === 'close') return true;
  const drawn = [id, ...reader.descendants(id)];
  if (drawn.some((at) => drawsCross(reader, at))) return true;
  return reader.isClickable(id) && atCorner(box, card);
}

/** Two strokes that cross: an SVG path of two lines, two `line` elements, or a rotated plus in generated content. */
function drawsCross(reader: Reader, id: number): boolean {
  const node = reader.node(id);
  if (/^[\s]*[×✕✖╳✗✘⨉☓][\s]*$/.test(node.text)) return true;
  if (node.tag === 'path') {
    const path = node.attributes['d'] ?? '';
    const strokes = path.match(/[a-z]/gi)?.join('') ?? '';
    return /^m[l]?[hv]?m[l]?$/i.test(strokes) || /^mlml$/i.test(strokes) || /M19 6\.41|M18 6L6 18|M6 6l12 12|M6 18L18 6/i.test(path);
  }
  if (node.tag === 'svg') {
    const lines = node.children.filter((child) => reader.node(child).tag === 'line');
    return lines.length === 2 && node.children.length === 2;
  }
  return false;
}
