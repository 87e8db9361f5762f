import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { DeclaredList, GivenText } from '../../facts/derive/program/program-input.ts';
import { documentOf } from '../../surface/words/documents.ts';
import { readDeclared } from './declare/read-declared.ts';
import { parseTemplate } from './read/template/parse.ts';
import { decodeText } from './read/text/decode-text.ts';
import type { Template } from './program.ts';

/** A file handed over beside the program cannot be used as what it was given for. `code` is a key of the error catalogue. */
export class GivenUnreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A file handed over beside the program, as it is stored with the inspection. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

const MOST_BYTES = 8 * 1024 * 1024;

/** @throws GivenUnreadable */
export function readGiven(path: string): GivenFile {
  let bytes: Buffer;
  try {
    if (statSync(path).size > MOST_BYTES) throw new GivenUnreadable('too-large', path);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof GivenUnreadable ? error : new GivenUnreadable('file-unreadable', path);
  }
  return { name: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The text of a policy: plain text or Markdown as it stands, a page without its markup. @throws GivenUnreadable for a picture, PDF or office file. */
export function policyText({ name, bytes, sha256 }: GivenFile): GivenText {
  if (bytes.subarray(0, 1024).includes(0) && !isUtf16(bytes)) throw new GivenUnreadable('file-unreadable', `${name}: txt, md, html`);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw new GivenUnreadable('file-unreadable', `${name}: txt, md, html`);
  const raw = decodeText(bytes);
  const text = /^\s*<(!doctype|html|head|body|div)/i.test(raw) || /\.html?$/i.test(name) ? wordsOfPage(raw) : raw;
  const title = text.trimStart().slice(0, 60).split('\n')[0] ?? '';
  const kind = documentOf(title) ?? documentOf(name.replace(/\.[a-z]+$/i, ''));
  return { name, artefact: sha256, text, document: kind === null || kind === 'other' ? 'privacy-policy' : kind };
}

export const declaredList = ({ name, bytes, sha256 }: GivenFile): DeclaredList => readDeclared(name, sha256, decodeText(bytes));

const isUtf16 = (bytes: Buffer): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Visible words of a page, a line for each block. */
function wordsOfPage(page: string): string {
  const { nodes } = parseTemplate(page, 0, page.length, 50_000);
  const lines: string[] = [];
  const visit = (children: Template['nodes']): void => {
    for (const node of children) {
      if ('text' in node) lines.push(node.text.trim());
      else if (!/^(script|style|head|noscript)$/i.test(node.tag)) visit(node.children);
    }
  };
  visit(nodes);
  return lines.filter((line) => line !== '').join('\n');
}
