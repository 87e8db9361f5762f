import sharp from 'sharp';

/** Limits of a picture that is opened at all: beyond them only the sealed original is kept. */
const MOST_PIXELS = 100_000_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** Longest side of a working copy: enough to read the small print of a screenshot, too small to matter as a bomb. */
const LONGEST = 4096;
const SECONDS = 20;

/** Types that are decoded. Everything else stays closed: what a document does when it is opened is not for this machine to find out. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff']);

export type WorkingCopy =
  | { readonly bytes: Buffer; readonly mediaType: 'image/jpeg' | 'image/png'; readonly width: number; readonly height: number }
  | { readonly reason: 'not-a-picture' | 'too-large' | 'unreadable' };

/** May this be worth opening? Decided before the bytes are read. */
export const worksOn = (mediaType: string, bytes: number): boolean => PICTURES.has(mediaType) && bytes <= MOST_BYTES;

/**
 * What officers look at: the picture drawn anew, upright, without place, camera, time, name or thumbnail in it, and without anything
 * that hid behind its end. Never throws for a bad picture.
 */
export const workingCopy = async (original: Uint8Array, mediaType: string): Promise<WorkingCopy> => {
  if (!PICTURES.has(mediaType)) return { reason: 'not-a-picture' };
  if (original.length > MOST_BYTES) return { reason: 'too-large' };
  try {
    const picture = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false, sequentialRead: true });
    const { width = 0, height = 0, hasAlpha } = await picture.metadata();
    if (width * height > MOST_PIXELS) return { reason: 'too-large' };
    const drawn = picture
      .timeout({ seconds: SECONDS })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true });
    // Screenshots are PNG and hold text: another compression would blur the very words that matter.
    const lossless = mediaType !== 'image/jpeg' && (hasAlpha === true || mediaType === 'image/png');
    const { data, info } = await (lossless ? drawn.png() : drawn.jpeg({ quality: 88 })).toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType: lossless ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
  } catch (error) {
    return { reason: /pixel limit/i.test(String(error)) ? 'too-large' : 'unreadable' };
  }
};
