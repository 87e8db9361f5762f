import type { Reader } from '../reader.ts';
import { wordRole } from '../choices/role.ts';
import { promptText } from '../words/prompt-text.ts';
import { ASK, DOCUMENT, PROCESSING } from '../words/consent.data.ts';
import type { Layer } from './layers.ts';

const HIGHEST_CLIMB = 8;
const LONGEST_TEXT = 20_000;
/** A page of nothing but agreeing buttons must not cost more. */
const MOST_TRIED = 40;
/** A page that is one screen for one purpose offers few things to press and says little. */
const SCREEN_CONTROLS = 14;
const SCREEN_TEXT = 900;

/**
 * Prompts in the flow of the page: a consent screen or bar that lies over nothing, and pages that are one question altogether
 * (login wall, "open in WeChat", robot check).
 */
export function flowLayers(reader: Reader, over: readonly Layer[]): Layer[] {
  const covered = (id: number) => over.some((layer) => reader.within(id, layer.root));
  const controls: number[] = [];
  let text = 0;
  for (const node of reader.surface.nodes) {
    if (!reader.isVisible(node.id) || covered(node.id)) continue;
    if (node.tag === '#text') text += node.text.trim().length;
    else if (reader.isClickable(node.id)) controls.push(node.id);
  }
  const found: Layer[] = [];
  let tried = 0;
  for (const id of controls) {
    if (tried >= MOST_TRIED) break;
    if (found.some((layer) => reader.within(id, layer.root)) || wordRole(reader.accessibleName(id)) !== 'agree') continue;
    tried++;
    const root = climb(reader, id);
    if (root === null) continue;
    const others = controls.filter((control) => !reader.within(control, root));
    found.push({ root, satellites: [], without: [], form: 'flow', fills: others.length <= 3 });
  }
  if (found.length > 0 || over.some((layer) => reader.cover(layer.root) > 0.8)) return found;
  // Ids run in document order: a control that holds another holds the next one.
  const distinct = controls.filter((id, at) => {
    const next = controls[at + 1];
    return next === undefined || !reader.within(next, id);
  });
  const body = reader.surface.nodes.find((node) => node.tag === 'body');
  if (body && distinct.length <= SCREEN_CONTROLS && text <= SCREEN_TEXT && text > 0) {
    return [{ root: body.id, satellites: [], without: over.map((layer) => layer.root), form: 'flow', fills: true, screen: true }];
  }
  return [];
}

/** Smallest block around an agreeing control that also says what is agreed to. */
function climb(reader: Reader, id: number): number | null {
  let at = reader.node(id).parent;
  for (let step = 0; step < HIGHEST_CLIMB && at >= 0; step++, at = reader.node(at).parent) {
    const text = reader.textOf(at);
    if (text.length > LONGEST_TEXT) return null;
    const words = promptText(text);
    if ((DOCUMENT.test(words) || PROCESSING.test(words)) && (ASK.test(words) || text.length > 30))
      return withHeading(reader, at, text.length);
  }
  return null;
}

/** The heading may stand one step above the block. */
function withHeading(reader: Reader, at: number, length: number): number {
  let root = at;
  for (let above = reader.node(at).parent; above >= 0; above = reader.node(above).parent) {
    if (reader.textOf(above).length > length + 60 || reader.node(above).tag === 'html') break;
    root = above;
  }
  return root;
}
