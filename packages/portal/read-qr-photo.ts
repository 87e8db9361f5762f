import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const MAX_PIXELS = 100_000_000;
/** Side in pixels that a code is still read at; a phone's photo is several times larger. */
const SIDE = 1600;
const MAX_TEXT = 4000;
let ready: Promise<unknown> | null = null;

/** The wasm comes from the disk: by itself the library would fetch it from the network. */
function prepare(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  ready ??= prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer }, fireImmediately: true });
  return ready;
}

/**
 * Text of the QR code in a photo, for people without script; null when none is found or the photo cannot be read. The photo is decoded
 * and made small by sharp under a limit of pixels, so that a picture bomb costs nothing; nothing of what the code says is opened.
 */
export async function readQrPhoto(bytes: Uint8Array): Promise<string | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    await prepare();
    const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' as const };
    const codes = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
    const text = codes[0]?.text;
    return text !== undefined && text !== '' && text.length <= MAX_TEXT ? text : null;
  } catch {
    return null;
  }
}
