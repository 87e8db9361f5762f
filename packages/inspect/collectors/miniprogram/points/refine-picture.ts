import type { PiCategory } from '@liangjian/law';
import { settingsWithin } from '../consent/state.ts';
import { wordsOf } from '../model/elements.ts';
import type { Way } from '../model/ways.ts';
import { CHILD, PICTURE_WORDS } from './field-words.data.ts';
import { namesOf, rowWords } from './field-points.ts';
import type { FoundPoint } from './found.ts';

const PICKERS = /\.(chooseImage|chooseMedia|chooseVideo|chooseMessageFile|chooseAlbum|createVKSession)$|^camera$/;

/** What a photo picker is for stands beside it: words around the control, names of the handler and of what it sets. */
export function refinePicture(point: FoundPoint, ways: readonly Way[]): FoundPoint {
  if (!PICKERS.test(point.name)) return point;
  const words: string[] = [];
  for (const way of ways.slice(0, 6)) {
    const element = way.root.element;
    if (element) {
      words.push(
        wordsOf(element, 80),
        rowWords(element),
        ...namesOf(element),
        ...[...element.attributes.values()]
          .filter((one) => typeof one.text === 'string' && (one.name.startsWith('data-') || one.name === 'class' || one.name === 'src'))
          .map((one) => String(one.text)),
      );
      let at = element.parent;
      for (let level = 0; at && level < 2; level += 1, at = at.parent) {
        const near = wordsOf(at, 120);
        if (near.length < 100) words.push(near);
      }
    }
    words.push(way.root.name, ...way.edges.map((edge) => edge.to.name));
  }
  for (let fn = point.fn; fn?.node; fn = fn.parent) {
    words.push(fn.name);
    words.push(...settingsWithin(fn).map((one) => one.path));
  }
  if (point.element) words.push(wordsOf(point.element.parent ?? point.element, 120));
  const text = words.join(' ');
  const about = PICTURE_WORDS.find((one) => one.words.test(text))?.pi;
  if (!about) return point;
  const pi: PiCategory[] = [about, ...point.pi.filter((one) => one !== about)];
  return { ...point, pi, subject: CHILD.test(text) ? 'child' : point.subject };
}
