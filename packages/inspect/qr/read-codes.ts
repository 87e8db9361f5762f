import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { open } from 'node:fs/promises';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type CodeReading, readKind } from './code-kind.ts';
import type { BrowserPool } from '../collectors/web/browser/pool.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';
import { webpToPng } from './webp-to-png.ts';

/** A code in a picture. */
export interface FoundCode extends CodeReading {
  readonly text: string;
  /** `QRCode`, `DataMatrix`, `Aztec`, … */
  readonly format: string;
  /** Pixels of the picture. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A picture that was not read. `code` is a key of the error catalogue. */
export class PictureFault extends Error {
  readonly code: 'too-large' | 'file-unreadable' | 'qr-none';
  constructor(code: PictureFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;
const here = createRequire(import.meta.url);
let ready: Promise<unknown> | null = null;

/** The wasm comes from the disk: by itself the library would fetch it from the network. */
function prepare(): Promise<unknown> {
  ready ??= prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(here.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer },
    fireImmediately: true,
  });
  return ready;
}

/**
 * All codes of a picture file (PNG, JPEG, BMP, GIF; WebP when a browser is at hand), from the top down, then from the left. Nothing of what they say is opened.
 * Throws `PictureFault`: `too-large` beyond 32 MiB or 100 megapixels, `file-unreadable`, `qr-none`.
 */
export async function readCodes(path: string, pool?: BrowserPool): Promise<FoundCode[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > MAX_BYTES) throw new PictureFault('too-large', `${Math.round(size / 1024 / 1024)} MiB > 32 MiB`);
    return await codesInPicture(await file.readFile(), pool);
  } finally {
    await file.close();
  }
}

/** The same for bytes at hand. */
export async function codesInPicture(bytes: Buffer, pool?: BrowserPool): Promise<FoundCode[]> {
  if (bytes.length > MAX_BYTES) throw new PictureFault('too-large', `${bytes.length} bytes > 32 MiB`);
  const size = pictureSize(bytes);
  if (size === null) throw new PictureFault('file-unreadable', 'not PNG, JPEG, BMP, GIF or WebP');
  checkSize(size);
  if (size.type === 'webp' && !pool) throw new PictureFault('file-unreadable', 'WebP needs a browser to be read');
  const readable = size.type === 'webp' && pool ? await webpToPng(bytes, size, pool) : bytes;
  await prepare();
  const results = await readBarcodes(new Uint8Array(readable), {
    formats: ['QRCode', 'MicroQRCode', 'DataMatrix', 'Aztec', 'PDF417'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    maxNumberOfSymbols: 64,
    textMode: 'Plain',
  });
  const codes = results
    .filter((result) => result.isValid && result.text.trim() !== '')
    .map((result): FoundCode => {
      const corners = Object.values(result.position);
      const [x, y] = [Math.min(...corners.map((corner) => corner.x)), Math.min(...corners.map((corner) => corner.y))];
      const box = {
        x,
        y,
        width: Math.max(...corners.map((corner) => corner.x)) - x,
        height: Math.max(...corners.map((corner) => corner.y)) - y,
      };
      return { text: result.text.trim(), format: result.format, box, ...readKind(result.text) };
    });
  if (codes.length === 0) throw new PictureFault('qr-none', `${size.type} ${size.width}×${size.height}`);
  const once = new Map(codes.map((code) => [code.text, code]));
  return [...once.values()].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

function checkSize({ width, height }: PictureSize): void {
  if (width < 1 || height < 1) throw new PictureFault('file-unreadable', `${width}×${height}`);
  if (width * height > MAX_PIXELS) throw new PictureFault('too-large', `${width}×${height} > 100 MP`);
}
