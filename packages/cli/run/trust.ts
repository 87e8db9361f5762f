import { readFileSync } from 'node:fs';
import type { VerifyOptions } from '@liangjian/evidence';
import { Fault } from '../fault.ts';

/** What the reader trusts, from files: PEM public keys or fingerprints, and PEM certificates. Throws `key-missing` for a file without either. */
export function trustOf(keyFiles: readonly string[], anchorFiles: readonly string[]): VerifyOptions {
  const trustedKeys = keyFiles.flatMap((path) => {
    const text = read(path);
    const keys = blocks(text, 'PUBLIC KEY');
    const prints = text.match(/\b[0-9a-f]{64}\b/gi) ?? [];
    if (keys.length + prints.length === 0) throw new Fault('key-missing', path);
    return keys.length > 0 ? keys : prints.map((print) => print.toLowerCase());
  });
  const trustAnchors = anchorFiles.flatMap((path) => {
    const found = blocks(read(path), 'CERTIFICATE');
    if (found.length === 0) throw new Fault('key-missing', path);
    return found;
  });
  return { ...(trustedKeys.length > 0 ? { trustedKeys } : {}), ...(trustAnchors.length > 0 ? { trustAnchors } : {}) };
}

const blocks = (text: string, label: string): string[] =>
  text.match(new RegExp(`-----BEGIN ${label}-----[\\s\\S]+?-----END ${label}-----`, 'g')) ?? [];

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Fault('key-missing', path);
  }
}
