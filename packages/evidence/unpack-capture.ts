import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createDigester } from './hash.ts';
import { type Manifest, PATHS } from './seal/format.ts';
import { artefactPath } from './store/store.ts';
import { type Bundle, openBundle } from './verify/bundle.ts';
import { readRecord } from './wacz/warc-read.ts';
import { memberStream } from './wacz/zip-read.ts';

type Item = Manifest['items'][number];

/** Where an item belongs in a capture folder; null for what is not part of a capture. */
const placeOf = (item: Item): string | null => {
  if (/(?:^|\/)artefacts\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(item.path)) return artefactPath(item.sha256);
  const name = item.path.slice('liangjian/'.length);
  return item.path === PATHS.capture || /^arms\/[\w-]+\.ndjson$/.test(name) ? name : null;
};

const copy = async (bundle: Bundle, item: Item, to: string): Promise<void> => {
  const member = bundle.members.get(item.in?.member ?? item.path);
  if (!member) throw new Error(`${item.path} is missing from the bundle`);
  await mkdir(dirname(to), { recursive: true });
  const digester = createDigester();
  const out = createWriteStream(`${to}.part`, { flags: 'wx' });
  if (item.in) {
    await readRecord(bundle.file, member, { ...item.in, max: item.bytes }, (chunk) => {
      digester.update(chunk);
      return new Promise<void>((resolve, reject) => {
        out.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
    });
    await new Promise<void>((resolve) => {
      out.end(resolve);
    });
  } else {
    await pipeline(async function* () {
      for await (const chunk of memberStream(bundle.file, member)) {
        digester.update(chunk);
        yield chunk;
      }
    }, out);
  }
  if (digester.digest().sha256 !== item.sha256) {
    await rm(`${to}.part`, { force: true });
    throw new Error(`${item.path} is not what was sealed`);
  }
  await rename(`${to}.part`, to);
};

/**
 * Turns a bundle back into the capture folder it was sealed from, so that rules can be run again without a visit.
 * Throws at the first item that is not what the manifest says; it does not replace `verifyBundle`.
 */
export const unpackCapture = async (file: string, dir: string): Promise<void> => {
  const bundle = await openBundle(file, { digest: false });
  const manifest = await bundle.json<Manifest>(PATHS.manifest);
  for (const item of manifest.items) {
    const place = item.kind === 'part' ? null : placeOf(item);
    if (place !== null) await copy(bundle, item, join(dir, place));
  }
};
