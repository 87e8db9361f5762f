import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

/** Packs files into a `.wxapkg`, by the published layout: header, index with absolute offsets, bodies. */
export function packWxapkg(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const bodies = Object.entries(files).map(([name, content]) => ({
    name: Buffer.from(`/${name}`),
    body: Buffer.from(content as string),
  }));
  const indexLength = 4 + bodies.reduce((sum, { name }) => sum + 12 + name.length, 0);
  const bodyLength = bodies.reduce((sum, { body }) => sum + body.length, 0);
  const head = Buffer.alloc(14);
  head[0] = 0xbe;
  head.writeUInt32BE(indexLength, 5);
  head.writeUInt32BE(bodyLength, 9);
  head[13] = 0xed;
  const index: Buffer[] = [uint32(bodies.length)];
  let offset = 14 + indexLength;
  for (const { name, body } of bodies) {
    index.push(uint32(name.length), name, uint32(offset), uint32(body.length));
    offset += body.length;
  }
  return Buffer.concat([head, ...index, ...bodies.map((one) => one.body)]);
}

/** Encrypts a package the way the desktop client stores it. */
export function encryptWxapkg(bytes: Buffer, appId: string): Buffer {
  const key = pbkdf2Sync(appId, 'saltiest', 1000, 32, 'sha1');
  const cipher = createCipheriv('aes-256-cbc', key, 'the iv: 16 bytes').setAutoPadding(false);
  const block = cipher.update(Buffer.concat([bytes.subarray(0, 1023), Buffer.from([1])]));
  const mask = appId.charCodeAt(appId.length - 2);
  return Buffer.concat([Buffer.from('V1MMWX'), block, Buffer.from(bytes.subarray(1023).map((byte) => byte ^ mask))]);
}

const uint32 = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
};

/** Packs files into a tar archive. */
export function packTar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const body = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644\0', 100);
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('        ', 148);
    head.write('0', 156);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** Packs files into a ZIP; `encode` writes a name in another encoding than UTF-8. */
export function packZip(files: Readonly<Record<string, string | Buffer>>, encode: (name: string) => Buffer = Buffer.from): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const raw = encode(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(plain.length, 22);
    local.writeUInt16LE(raw.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(plain.length, 24);
    central.writeUInt16LE(raw.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, raw, packed);
    centrals.push(central, raw);
    offset += 30 + raw.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
