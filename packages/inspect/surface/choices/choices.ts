import type { Box, ChoiceRole } from '../../facts/fact.ts';
import type { ChoiceReading } from '../model.ts';
import type { Reader } from '../reader.ts';
import { builderNames, isCloseIcon } from './close-icon.ts';
import { isAnswer, nameRole, wordRole } from './role.ts';
import type { Recognised } from '../prompts/recognised.ts';
import { type Look, lookOf } from './shape.ts';
import { type Unit, unitsIn } from './units.ts';
import { weigh } from './weight.ts';

/** Where the controls of a prompt are looked for. */
export interface ChoiceArea {
  /** Subtree of the layer first, then what belongs to it by nearness. */
  readonly roots: readonly number[];
  readonly without: readonly number[];
  readonly card: Box;
  /** Words recognised in pictures, by picture node. */
  readonly recognised: Recognised;
}

/** The controls a prompt offers, in document order, with role by words, drawing and place, and weight against the strongest. */
export function readChoices(reader: Reader, area: ChoiceArea): ChoiceReading[] {
  const drawn = recognisedAnswers(reader, area);
  const pressed = unitsIn(reader, area.roots, area.without, area.card).map((unit) => {
    const text = unit.text || (area.recognised.get(unit.node) ?? []).map((word) => word.text).join(' ');
    const look = lookOf(reader, unit.node, text);
    return { ...unit, text, look, role: roleOf(reader, { ...unit, text }, look, area.card), contrast: reader.contrast(unit.node) };
  });
  // One picture may hold several buttons: then its words are the controls, not the picture.
  const units = [...pressed.filter((unit) => !drawn.some((word) => word.node === unit.node)), ...drawn];
  // Links to documents are no answers: they neither set nor share the weight.
  const answers = units.filter((unit) => unit.role !== 'link');
  const weights = weigh(reader, answers);
  return units.map((unit) => ({
    node: unit.node,
    role: unit.role,
    text: unit.text,
    shape: unit.look.shape,
    weight: weights[answers.indexOf(unit)] ?? 'weaker',
    fontSize: unit.look.fontSize,
    contrast: unit.contrast,
    area: Math.round(unit.box.width * unit.box.height),
    box: unit.box,
  }));
}

function roleOf(reader: Reader, unit: Unit, look: Look, card: Box): ChoiceRole {
  if (unit.text !== '') {
    const role = wordRole(unit.text);
    if (role) return role;
    if (/^[\p{Script=Han}]+|[a-z]{3,}/iu.test(unit.text)) {
      const node = reader.node(unit.node);
      const plain = look.shape === 'link' || look.shape === 'text';
      return plain && ((node.tag === 'a' && 'href' in node.attributes) || sitsInText(reader, unit.node)) ? 'link' : 'other';
    }
  }
  if (isCloseIcon(reader, unit.node, unit.box, card)) return 'close';
  return nameRole(builderNames(reader, unit.node)) ?? 'other';
}

/** Part of a running sentence. */
function sitsInText(reader: Reader, id: number): boolean {
  const node = reader.node(id);
  if (node.style?.display !== 'inline' || node.parent < 0) return false;
  return reader.node(node.parent).children.some((child) => reader.node(child).tag === '#text' && reader.node(child).text.trim().length > 1);
}

/** Words in a picture that are answers, as controls at the place where they are drawn. */
function recognisedAnswers(reader: Reader, { roots, without, recognised }: ChoiceArea) {
  return [...recognised].flatMap(([node, words]) => {
    if (!roots.some((root) => reader.within(node, root)) || without.some((outer) => reader.within(node, outer))) return [];
    return words
      .filter((word) => isAnswer(word.text))
      .map((word) => ({
        node,
        text: word.text,
        box: word.box,
        look: { shape: 'image' as const, filled: false, bordered: false, fontSize: Math.round(word.box.height * 0.8), bold: false },
        role: wordRole(word.text) ?? 'other',
        contrast: null,
      }));
  });
}
