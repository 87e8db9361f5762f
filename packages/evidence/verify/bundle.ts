import { type Digests, digestStream } from '../hash.ts';
import { listZip, memberStream, readMember, type ZipFault, type ZipMember } from '../wacz/zip-read.ts';

/** A bundle opened for verification: its members, what is wrong with the container, and the digests of every member. */
export interface Bundle {
  readonly file: string;
  readonly members: ReadonlyMap<string, ZipMember>;
  readonly faults: readonly ZipFault[];
  readonly digests: ReadonlyMap<string, Digests>;
  /** Bytes of a small member. Throws when it is missing or larger than 256 MiB. */
  readonly read: (name: string) => Promise<Buffer>;
  /** Parsed JSON of a member. Throws when it is missing or not JSON. */
  readonly json: <T>(name: string) => Promise<T>;
}

/** Opens a bundle. Throws only when the file cannot be opened; a broken container is in `faults`. */
export const openBundle = async (file: string, options: { readonly digest: boolean } = { digest: true }): Promise<Bundle> => {
  const listing = await listZip(file);
  const faults = [...listing.faults];
  const members = new Map<string, ZipMember>();
  for (const member of listing.members) if (!members.has(member.name)) members.set(member.name, member);
  const digests = new Map<string, Digests>();
  for (const member of options.digest ? members.values() : []) {
    const found = await digestStream(memberStream(file, member));
    digests.set(member.name, found);
    if (found.crc32 !== member.crc32 || found.bytes !== member.bytes)
      faults.push({ kind: 'header-mismatch', member: member.name, detail: 'the bytes do not match size or CRC of the header' });
  }
  const read = async (name: string): Promise<Buffer> => {
    const member = members.get(name);
    if (!member) throw new Error(`${name} is missing`);
    return readMember(file, member);
  };
  return { file, members, faults, digests, read, json: async <T>(name: string) => JSON.parse((await read(name)).toString('utf8')) as T };
};
