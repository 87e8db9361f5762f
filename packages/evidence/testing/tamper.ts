import { digestBytes, sha256 } from '../hash.ts';
import type { SigningKey } from '../sign/keys.ts';
import { dataPackageDigest } from '../wacz/data-package.ts';
import { listZip, readMember } from '../wacz/zip-read.ts';
import { writeZip } from '../wacz/zip-write.ts';

export type Members = [name: string, bytes: Buffer][];

/** All members of a bundle, in order. */
export const unpack = async (file: string): Promise<Members> =>
  Promise.all(
    (await listZip(file)).members.map(async (member): Promise<[string, Buffer]> => [member.name, await readMember(file, member)]),
  );

/** Writes members as a proper zip: right CRCs, right headers. What a careful forger would do. */
export const pack = (file: string, members: Members, date = '2026-11-24T08:00:00Z'): Promise<void> =>
  writeZip(
    file,
    members.map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      crc32: digestBytes(bytes).crc32,
      open: async function* () {
        yield bytes;
      },
    })),
    new Date(date),
  );

export const replace = (members: Members, name: string, change: (bytes: Buffer) => Buffer | string): Members => {
  if (!members.some(([n]) => n === name)) throw new Error(`no member ${name}`);
  return members.map(([n, bytes]) => [n, n === name ? Buffer.from(change(bytes) as string) : bytes]);
};

/** Makes the data package agree with the members again, signed with the forger's key: hides the change from plain WACZ tools. */
export const repair = (members: Members, key: SigningKey): Members => {
  const others = members.filter(([name]) => !name.startsWith('datapackage'));
  const old = members.find(([name]) => name === 'datapackage.json')?.[1].toString('utf8') ?? '{}';
  const resources = others.map(([path, bytes]) => ({ name: path, path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length }));
  const descriptor = JSON.stringify({ ...(JSON.parse(old) as object), resources });
  const digest = dataPackageDigest(descriptor, key, { created: '2026-11-24T08:00:00.000Z', software: 'forger' });
  const all: Members = [...others, ['datapackage.json', Buffer.from(descriptor)], ['datapackage-digest.json', Buffer.from(digest)]];
  return all.toSorted(([a], [b]) => (a < b ? -1 : 1));
};
