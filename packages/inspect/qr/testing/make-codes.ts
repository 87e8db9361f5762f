import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const here = createRequire(import.meta.url);

/** A PNG with one QR code for each text, side by side, drawn dot by dot. */
export async function picturesOfCodes(texts: readonly string[], scale = 4): Promise<Buffer> {
  const wasmBinary = new Uint8Array(readFileSync(here.resolve('zxing-wasm/writer/zxing_writer.wasm'))).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const symbols = await Promise.all(texts.map(async (text) => (await writeBarcode(text, { format: 'QRCode' })).symbol));
  const margin = 4;
  const side = Math.max(...symbols.map((symbol) => symbol.width)) + 2 * margin;
  const [width, height] = [side * symbols.length * scale, side * scale];
  const rows = Buffer.alloc(height * (width + 1), 255);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  symbols.forEach((symbol, index) => {
    for (let y = 0; y < symbol.height * scale; y += 1)
      for (let x = 0; x < symbol.width * scale; x += 1) {
        const dark = symbol.data[Math.floor(y / scale) * symbol.width + Math.floor(x / scale)] === 0;
        if (dark) rows[(y + margin * scale) * (width + 1) + 1 + x + (index * side + margin) * scale] = 0;
      }
  });
  return png(width, height, rows);
}

/** 8-bit grey PNG from rows that begin with their filter byte. */
export function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
