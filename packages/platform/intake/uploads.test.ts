import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHUNK, openFile } from '../vault/sealed-stream.ts';
import { suites } from '../vault/suites.ts';
import { newForm } from './form-token.ts';
import { folderStore } from './object-store.ts';
import { readNote, uploadPath, writeNote } from './upload-note.ts';
import {
  appendUpload,
  beginUpload,
  dropUpload,
  listUploads,
  placeOf,
  sweepUploads,
  uploadState,
  type Uploads,
  UPLOAD_LIMITS,
} from './uploads.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* inParts(bytes: Uint8Array, size = 30_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function* cutOff(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inParts(bytes);
  throw new Error('the net went away');
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(Object.values(suites))('$id', (suite) => {
  const uploads = (): Uploads => ({
    folder: join(folder, suite.id),
    suite,
    secret: Buffer.alloc(32, 1),
    limits: { ...UPLOAD_LIMITS, keepFree: 0 },
  });
  const form = newForm(Buffer.alloc(32, 1));
  /** Signature, header and the beginning of the picture's data: as far as a PNG is looked at. */
  const begin = `89504e470d0a1a0a0000000d49484452${'00'.repeat(17)}0002ffff49444154`;
  const png = Buffer.concat([Buffer.from(begin, 'hex'), randomBytes(3 * CHUNK)]);

  const stored = async (id: string): Promise<Buffer> => {
    const place = placeOf(uploads(), form);
    const note = await readNote(place, id);
    const parts: Buffer[] = [];
    const sealed = readFileSync(uploadPath(place, id));
    expect(sha256(sealed)).toBe(note?.done?.object);
    for await (const part of openFile(Buffer.from(note?.key ?? '', 'base64'), ['file', id], inParts(sealed))) parts.push(part);
    return Buffer.concat(parts);
  };

  test('a file sent at once is complete, hashed, typed by its bytes, and sealed', async () => {
    const { id } = await beginUpload(uploads(), { form, name: '../../etc/截图\u202Egnp.exe', bytes: png.length });
    const done = await appendUpload(uploads(), { form, id, offset: 0 }, inParts(png));
    expect(done).toEqual({ id, name: '截图gnp.exe', offset: png.length, complete: true, sha256: sha256(png) });
    expect((await readNote(placeOf(uploads(), form), id))?.done?.mediaType).toBe('image/png');
    expect(readFileSync(uploadPath(placeOf(uploads(), form), id)).includes(png.subarray(100, 140))).toBe(false);
    expect((await stored(id)).equals(png)).toBe(true);
  });

  test('a broken line costs a chunk at most: the sender goes on where the server stands', async () => {
    const { id } = await beginUpload(uploads(), { form, name: 'a', bytes: png.length });
    await expect(appendUpload(uploads(), { form, id, offset: 0 }, cutOff(png.subarray(0, 2 * CHUNK + 500)))).rejects.toThrow('went away');
    const { offset } = await uploadState(uploads(), form, id);
    expect(offset).toBeGreaterThan(0);
    expect(offset % CHUNK).toBe(0);
    await expect(appendUpload(uploads(), { form, id, offset: 0 }, inParts(png))).rejects.toThrow('upload-moved');
    // The machine went down in the middle of a chunk.
    truncateSync(uploadPath(placeOf(uploads(), form), id), 33 + CHUNK + suite.tagBytes + 77);
    const short = await appendUpload(uploads(), { form, id, offset: CHUNK }, inParts(png.subarray(CHUNK, 2 * CHUNK + 9)));
    expect(short).toMatchObject({ offset: 2 * CHUNK, complete: false, sha256: null });
    const done = await appendUpload(uploads(), { form, id, offset: 2 * CHUNK }, inParts(png.subarray(2 * CHUNK)));
    expect(done.sha256).toBe(sha256(png));
    expect((await stored(id)).equals(png)).toBe(true);
    await expect(appendUpload(uploads(), { form, id, offset: png.length }, inParts(png))).rejects.toThrow('upload-moved');
  });

  test.each([0, 1, CHUNK, 2 * CHUNK])('a part of unknown size (%i bytes) ends when its sender says so', async (size) => {
    const { id } = await beginUpload(uploads(), { form, name: 'a', bytes: null });
    const bytes = randomBytes(size);
    expect(await appendUpload(uploads(), { form, id, offset: 0, last: true }, inParts(bytes))).toMatchObject({
      complete: true,
      sha256: sha256(bytes),
    });
    expect((await stored(id)).equals(bytes)).toBe(true);
    await dropUpload(uploads(), form, id);
  });

  test('an end that comes later, or was not noted before the machine went down, is still the end', async () => {
    const bytes = randomBytes(CHUNK);
    const late = await beginUpload(uploads(), { form, name: 'a', bytes: null });
    expect(await appendUpload(uploads(), { form, id: late.id, offset: 0 }, inParts(bytes))).toMatchObject({
      offset: CHUNK,
      complete: false,
    });
    const end = await appendUpload(uploads(), { form, id: late.id, offset: CHUNK, last: true }, inParts(Buffer.alloc(0)));
    expect(end).toMatchObject({ complete: true, sha256: sha256(bytes) });
    expect((await stored(late.id)).equals(bytes)).toBe(true);
    const place = placeOf(uploads(), form);
    const told = await beginUpload(uploads(), { form, name: 'a', bytes: CHUNK });
    const begun = await readNote(place, told.id);
    await appendUpload(uploads(), { form, id: told.id, offset: 0 }, inParts(bytes));
    if (begun) await writeNote(place, told.id, begun);
    expect(await uploadState(uploads(), form, told.id)).toMatchObject({ offset: 0, complete: false });
    expect(await appendUpload(uploads(), { form, id: told.id, offset: 0 }, inParts(bytes))).toMatchObject({ complete: true });
    expect((await stored(told.id)).equals(bytes)).toBe(true);
  });

  test('nobody reaches the uploads of another form', async () => {
    const other = newForm(Buffer.alloc(32, 1));
    const [mine] = await listUploads(uploads(), form);
    expect(await listUploads(uploads(), other)).toEqual([]);
    for (const id of [mine?.id ?? '', '../x', '', `${mine?.id ?? ''}.note`]) {
      await expect(uploadState(uploads(), other, id)).rejects.toThrow('not-found');
      await expect(dropUpload(uploads(), other, id)).rejects.toThrow('not-found');
    }
  });

  test('limits: the size told, the size sent, the number and the sum', async () => {
    const small: Uploads = { ...uploads(), limits: { fileBytes: 1000, filesPerForm: 3, bytesPerForm: 1500, keepFree: 0 } };
    const own = newForm(Buffer.alloc(32, 1));
    await expect(beginUpload(small, { form: own, name: 'a', bytes: 1001 })).rejects.toThrow('payload-too-large');
    await expect(beginUpload(small, { form: own, name: 'a', bytes: -1 })).rejects.toThrow('invalid-input');
    const first = await beginUpload(small, { form: own, name: 'a', bytes: 10 });
    await expect(appendUpload(small, { form: own, id: first.id, offset: 0 }, inParts(randomBytes(11)))).rejects.toThrow(
      'payload-too-large',
    );
    const second = await beginUpload(small, { form: own, name: 'b', bytes: null });
    await expect(appendUpload(small, { form: own, id: second.id, offset: 0, last: true }, inParts(randomBytes(1001)))).rejects.toThrow(
      'payload-too-large',
    );
    await expect(beginUpload(small, { form: own, name: 'c', bytes: 1500 })).rejects.toThrow('payload-too-large');
    await beginUpload(small, { form: own, name: 'c', bytes: 900 });
    await expect(beginUpload(small, { form: own, name: 'd', bytes: 1 })).rejects.toThrow('quota-exceeded');
  });

  test('uploads leave room on the disk for everything else', async () => {
    const full: Uploads = { ...uploads(), limits: { ...UPLOAD_LIMITS, keepFree: 2 ** 60 } };
    const own = newForm(Buffer.alloc(32, 1));
    await expect(beginUpload(full, { form: own, name: 'a', bytes: 1 })).rejects.toThrow('storage-full');
    expect(await listUploads(full, own)).toEqual([]);
  });

  test('the object store takes a file once and gives it back', async () => {
    const store = folderStore(join(folder, `objects-${suite.id}`));
    const place = placeOf(uploads(), form);
    const [first] = await listUploads(uploads(), form);
    const note = await readNote(place, first?.id ?? '');
    const name = note?.done?.object ?? '';
    await store.take(uploadPath(place, first?.id ?? ''), name);
    await store.take(uploadPath(place, first?.id ?? ''), name);
    expect(await store.size(name)).toBe(readFileSync(uploadPath(place, first?.id ?? '')).length);
    await store.remove(name);
    await store.remove(name);
    await expect(store.size(name)).rejects.toThrow('ENOENT');
    await expect(store.size('../../etc/passwd')).rejects.toThrow(RangeError);
  });

  test('what nobody sent within a day is removed', async () => {
    const before = readdirSync(uploads().folder).length;
    const old = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(placeOf(uploads(), form).folder, old, old);
    expect(await sweepUploads(uploads())).toBe(1);
    expect(readdirSync(uploads().folder)).toHaveLength(before - 1);
  });
});
