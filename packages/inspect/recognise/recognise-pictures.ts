import { createHash } from 'node:crypto';
import type { Box } from '../facts/fact.ts';
import { pictureSize } from '../qr/picture-size.ts';
import { intersect, shareInside } from '../surface/geometry/box.ts';
import { speaksByPicture } from '../surface/pictures/speaks-by-picture.ts';
import type { SurfaceReading } from '../surface/model.ts';
import type { RecognisedPicture, Surface } from '../surface/surface.ts';
import { assignWords } from './assign-words.ts';
import { type Pass, readRegion } from './ocr.ts';
import { joinPasses, type Phrase } from './phrases.ts';

// Seconds on an idle machine; a busy one must not make the difference between words and none.
const LIMIT_MS = 25_000;
/** Larger pictures are no viewport of a phone or desk. */
const MAX_PIXELS = 16_000_000;
/** A dialog is one picture, or a few; a wall of pictures in a layer is a gallery. */
const MOST = 4;
/** Buttons drawn as pictures of their own, in CSS pixels; smaller ones are icons. */
const BUTTON = { width: 60, height: 24 };

// Chosen by measurement on rendered dialogs: the second pass finds the light words on coloured buttons that the first leaves out.
const FINE: readonly Pass[] = [
  { layout: '3', threshold: '0' },
  { layout: '6', threshold: '2' },
];
/** For pictures of one pixel per CSS pixel. */
const COARSE: readonly Pass[] = [
  { layout: '11', threshold: '0' },
  { layout: '6', threshold: '0' },
];

/** Pictures of a surface that are worth recognising: those in layers, and unnamed pictures to press in a prompt. Most pages have none. */
export function picturesToRead(reading: SurfaceReading): readonly { readonly node: number; readonly box: Box }[] {
  const mute = speaksByPicture(reading);
  const overlays = reading.pictures.filter((picture) => picture.overlay || mute).map(({ node, box }) => ({ node, box }));
  const buttons = reading.prompts.flatMap((prompt) =>
    prompt.choices
      .filter(({ text, box, shape }) => text === '' && shape === 'image' && box.width >= BUTTON.width && box.height >= BUTTON.height)
      .map(({ node, box }) => ({ node, box })),
  );
  const all = [...overlays, ...buttons.filter((button) => !overlays.some((overlay) => overlay.node === button.node))];
  return all.slice(0, MOST * 2);
}

/**
 * Words drawn in the pictures named, read off the screenshot of the same moment (JPEG or PNG of the viewport); phrase by phrase,
 * boxes in viewport CSS pixels. A picture without sure words is left out. Nothing is loaded when there is no picture to read.
 */
export async function recognisePictures(
  surface: Surface,
  pictures: readonly { readonly node: number; readonly box: Box }[],
  screenshot: Buffer,
): Promise<readonly RecognisedPicture[]> {
  const size = pictures.length > 0 ? pictureSize(screenshot) : null;
  if (!size || size.width * size.height > MAX_PIXELS || surface.viewport.width < 1) return [];
  const scale = size.width / surface.viewport.width;
  const view = { x: 0, y: 0, width: size.width / scale, height: size.height / scale };
  const regions = outermost(pictures.flatMap(({ box }) => intersect(box, view) ?? [])).slice(0, MOST);
  const picture = createHash('sha256').update(screenshot).digest('hex');
  const phrases: Phrase[] = [];
  for (const region of regions) phrases.push(...(await readOnce(picture, screenshot, region, scale)));
  return assignWords(surface, pictures, phrases);
}

/** A picture inside another one is read with it. */
const outermost = (boxes: readonly Box[]): Box[] =>
  boxes.filter(
    (box, at) =>
      !boxes.some((other, before) => before !== at && shareInside(box, other) > 0.9 && (shareInside(other, box) <= 0.9 || before < at)),
  );

/** The arms of one visit often see the same picture. */
const known = new Map<string, Promise<Phrase[]>>();
const REMEMBERED = 64;

function readOnce(name: string, bytes: Buffer, box: Box, scale: number): Promise<Phrase[]> {
  const left = Math.round(box.x * scale);
  const top = Math.round(box.y * scale);
  const region = { left, top, width: Math.round(box.width * scale), height: Math.round(box.height * scale) };
  const key = `${name} ${Object.values(region).join()}`;
  const before = known.get(key);
  if (before) return before;
  const reading = readRegion(bytes, region, scale >= 1.5 ? FINE : COARSE, LIMIT_MS).then((passes) => {
    // Out of time is not "no words": another look may do better.
    if (!passes) known.delete(key);
    return passes ? joinPasses(passes, scale) : [];
  });
  known.set(key, reading);
  const oldest = known.keys().next().value;
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return reading;
}
