import type { Box, Fact } from '../../facts/fact.ts';
import type { Report } from '../report.ts';
import { FACTS } from '../words.ts';
import { both, html, type Markup, say2 } from './escape.ts';
import type { Picture, PictureBook } from './source.ts';

/** A picture with its disputed places framed and numbered. */
export function framed(picture: Picture, boxes: readonly Box[], caption: Markup, title: string): Markup {
  const visible = boxes.map((box) => clip(box, picture)).filter((box) => box !== null);
  return html`<figure><svg viewBox="0 0 ${picture.width} ${picture.height}" role="img" aria-label="${title}"><use href="#${picture.id}"/>${visible.map(
    (box, index) =>
      html`<rect class="halo" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/><rect class="box" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/>${
        visible.length > 1 ? badge(box, index + 1) : null
      }`,
  )}</svg><figcaption>${caption}</figcaption></figure>`;
}

function badge(box: Box, number: number): Markup {
  const [x, y] = [box.x + 13, box.y + 13];
  return html`<circle class="badge" cx="${x}" cy="${y}" r="15"/><text class="number" x="${x}" y="${y + 7}">${number}</text>`;
}

/** Keeps the frame inside the picture, so that its line is seen on all sides. */
function clip(box: Box, picture: Picture): Box | null {
  const inset = 4;
  const [left, top] = [Math.max(box.x, inset), Math.max(box.y, inset)];
  const [right, bottom] = [Math.min(box.x + box.width, picture.width - inset), Math.min(box.y + box.height, picture.height - inset)];
  return right - left < 2 || bottom - top < 2
    ? null
    : { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The most telling picture of some facts: the one that shows most of their places. Null when none has a picture. */
export function pictureOfFacts(facts: readonly Fact[], book: PictureBook, report: Report): Markup | null {
  const places = new Map<string, { boxes: Box[]; labels: Markup[] }>();
  for (const fact of facts) {
    const seen = fact.evidence.find((one) => one.box && book.find(one.artefact)) ?? fact.evidence.find((one) => book.find(one.artefact));
    if (!seen) continue;
    const place = places.get(seen.artefact) ?? { boxes: [], labels: [] };
    const width = report.environment.profile?.viewport.width ?? 0;
    const whole = seen.box && seen.box.width >= width && seen.box.height >= 600;
    if (seen.box && !whole && place.boxes.length < 5) {
      place.boxes.push(seen.box);
      place.labels.push(both(FACTS[fact.type]));
    }
    places.set(seen.artefact, place);
  }
  const best = [...places].sort((a, b) => b[1].boxes.length - a[1].boxes.length)[0];
  const picture = best ? book.find(best[0]) : null;
  if (!best || !picture) return null;
  const labels = best[1].labels.map((label, index) => html`${best[1].labels.length > 1 ? `${index + 1} ` : ''}${label} `);
  const caption = html`${labels.length > 0 ? html`${say2('红框：', 'Framed: ')}${labels}` : say2('当时的画面', 'The screen at that moment')}<br><span class="mono">${best[0].slice(0, 16)}…</span>`;
  return framed(
    picture,
    best[1].boxes,
    caption,
    facts
      .map((fact) => fact.label)
      .join(' / ')
      .slice(0, 120),
  );
}
