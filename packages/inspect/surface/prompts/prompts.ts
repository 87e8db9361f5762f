import { WITNESSED } from '../../facts/witnessed.ts';
import { alternativeAgrees } from './agreeing.ts';
import { agreeingByAct } from '../choices/by-act.ts';
import type { PromptRole } from '../../facts/fact.ts';
import type { PromptReading } from '../model.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { readChoices } from '../choices/choices.ts';
import { blocks } from './blocking.ts';
import { fieldKinds } from './field-kinds.ts';
import { flowLayers } from './flow.ts';
import { promptKey } from './key.ts';
import { findLayers, isMask, type Layer, topOrder } from './layers.ts';
import { readPanel } from './panel.ts';
import { purposesOf } from './purposes.ts';
import type { Recognised } from './recognised.ts';
import { judgeRole, type RoleVerdict } from './role.ts';

/** Roles a whole page may have as one question; a page about coupons or members is a page. Consent needs a button that agrees: see `flowLayers`. */
const SCREENS: ReadonlySet<PromptRole> = new Set([
  'login',
  'phone',
  'profile',
  'follow',
  'wechat-wall',
  'robot-check',
  'age-gate',
  'guardian',
  'app-download',
]);

/**
 * Every layer put in front of the consumer, nearest to the eye first, with its role or `unknown`. `ticks` and `links` are left
 * empty here; `readSurface` fills them from the readers of those.
 */
export function readPrompts(surface: Surface, recognised: Recognised = new Map()): PromptReading[] {
  const reader = readerOf(surface);
  const over = findLayers(reader);
  const masks = over
    .filter((layer) => [layer.root, ...reader.descendants(layer.root).slice(0, 30)].some((id) => isMask(reader, reader.node(id))))
    .map((layer) => layer.root);
  const prompts = over.flatMap((layer) => readLayer(reader, layer, masks, recognised) ?? []);
  const flow = flowLayers(reader, over).flatMap((layer) => readLayer(reader, layer, masks, recognised) ?? []);
  return [...prompts, ...flow];
}

function readLayer(reader: Reader, layer: Layer, masks: readonly number[], recognised: Recognised): PromptReading | null {
  const panel = readPanel(reader, layer, recognised);
  if (!panel) return null;
  const roots = [layer.root, ...layer.satellites];
  const choices = readChoices(reader, { roots, without: layer.without, card: panel.box, recognised });
  const verdict = judgeRole({
    title: panel.title,
    text: panel.text,
    choices,
    fields: fieldKinds(reader, layer),
    names: namesOf(reader, layer.root),
  });
  const blocking =
    layer.form === 'flow'
      ? fills(reader, layer)
      : blocks(reader, panel.box, [...roots, ...masks.filter((mask) => topOrder(reader, mask) < topOrder(reader, layer.root))]);
  const words = panel.text.replace(/\s/g, '').length;
  const image = panel.pictures > 0.4 && (panel.named || words < 8);
  const witnessed = image && alternativeAgrees(reader, layer.root, recognised);
  const keep =
    verdict.role !== 'unknown'
      ? keepsKnown(layer, verdict, blocking, words, choices.length)
      : layer.form === 'over' && reader.pressPoint(panel.node) !== null && worthAsking(reader, layer, blocking, words, image);
  if (!keep) return null;
  return {
    node: panel.node,
    role: verdict.role,
    confidence: verdict.confidence,
    why: [...verdict.why, ...(image ? ['its words are drawn in a picture'] : []), ...(witnessed ? [WITNESSED] : [])],
    text: panel.text,
    box: panel.box,
    blocking,
    rendered: image ? 'image' : 'text',
    purposes: purposesOf(panel.text, true),
    choices: agreeingByAct(panel.text, choices),
    ticks: [],
    links: [],
    key: promptKey(verdict.role, panel.text, reader.selectorOf(panel.node)),
  };
}

/** Bars that stay (navigation, cart) hold words of roles too: without a block they must say a sentence and offer something. */
function keepsKnown(layer: Layer, { role, confidence }: RoleVerdict, blocking: boolean, words: number, choices: number): boolean {
  if (layer.screen) return confidence >= 0.7 && SCREENS.has(role);
  if (layer.form === 'flow') return role === 'consent' && confidence >= 0.7;
  return blocking || (words >= 8 && choices > 0);
}

/** A layer of unknown meaning counts when it stands in the way. */
function worthAsking(reader: Reader, layer: Layer, blocking: boolean, words: number, image: boolean): boolean {
  if (!blocking) return reader.node(layer.root).tag === 'dialog' && words > 0;
  return words > 0 || image || reader.descendants(layer.root).some((id) => /^(img|canvas|video|iframe|svg)$/.test(reader.node(id).tag));
}

function fills(reader: Reader, layer: Layer): boolean {
  return layer.fills ?? reader.cover(layer.root) > 0.6;
}

function namesOf(reader: Reader, root: number): string {
  return [root, ...reader.descendants(root)]
    .slice(0, 200)
    .map((id) => {
      const { attributes } = reader.node(id);
      return `${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['src'] ?? ''}`;
    })
    .join(' ');
}
