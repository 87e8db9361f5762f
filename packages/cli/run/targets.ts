import { existsSync, readFileSync, statSync } from 'node:fs';
import { type BrowserPool, looksLikePackage, readCodes } from '@liangjian/inspect';
import { Fault } from '../fault.ts';

/** One thing to inspect: a web address, files of programs, or a reason why it is not opened. */
export type Target =
  | { readonly asked: string; readonly program: readonly string[]; readonly from: string | null }
  | { readonly asked: string; readonly url: string; readonly from: string | null }
  | { readonly asked: string; readonly fault: Fault; readonly from: string | null };

const PICTURE = /\.(png|jpe?g|webp|bmp|gif)$/i;
const MAX_LIST_BYTES = 16 * 1024 * 1024;

export interface TargetOptions {
  /** Kind named by the caller; null when it is to be told from the target. */
  readonly kind: string | null;
  /** All files given are packages of one program. */
  readonly together: boolean;
}

/**
 * Targets in the order asked: addresses, lists (`.txt`, `--list`), pictures with codes, folders and packages of programs.
 * A bad one is kept with its fault, so that the order holds.
 */
export async function targetsOf(
  asked: readonly string[],
  lists: readonly string[],
  pool: BrowserPool,
  { kind, together }: TargetOptions = { kind: null, together: false },
): Promise<Target[]> {
  if (together) return [{ asked: asked.join(' + '), program: asked, from: null }];
  const found = await Promise.all(
    asked.map((text) => {
      if (kind === 'miniprogram' || (kind === null && isProgram(text))) return [{ asked: text, program: [text], from: null }];
      return isList(text) ? readList(text) : oneTarget(text, pool);
    }),
  );
  const listed = await Promise.all(lists.map(readList));
  return [...found, ...listed].flat();
}

/** A folder, or a file that is a package or an archive by its first bytes. */
function isProgram(path: string): boolean {
  if (path.includes('://') || !existsSync(path)) return false;
  if (statSync(path).isDirectory()) return true;
  if (/\.(wxapkg|zip)$/i.test(path)) return true;
  try {
    return !isList(path) && !PICTURE.test(path) && looksLikePackage(path);
  } catch {
    return false;
  }
}

const isList = (text: string): boolean => /\.(txt|list)$/i.test(text) && !text.includes('://');

async function oneTarget(text: string, pool: BrowserPool): Promise<Target[]> {
  if (!text.includes('://') && PICTURE.test(text)) return codesOf(text, pool);
  return [webTarget(text, null)];
}

function webTarget(text: string, from: string | null): Target {
  const bad = (code: string, detail: string): Target => ({ asked: text, fault: new Fault(code, detail), from });
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:'))
    return url.hostname === '' ? bad('target-not-found', text) : { asked: text, url: url.href, from };
  if (url && /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return bad('scheme-refused', text);
  if (url && /^(javascript|data|file|mailto|tel|sms|wxp|blob|about|view-source):/i.test(text)) return bad('scheme-refused', text);
  if (existsSync(text)) return bad('unsupported-kind', text);
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?(\/|$)/u.test(text)) return bad('target-not-found', `${text} → https://${text} ?`);
  return bad('target-not-found', text);
}

/** Addresses of a list, one a line; blank lines and lines that begin with # are skipped. Throws when it cannot be read or is empty. */
function readList(path: string): Target[] {
  if (!existsSync(path)) throw new Fault('target-not-found', path);
  if (statSync(path).size > MAX_LIST_BYTES) throw new Fault('too-large', path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Fault('file-unreadable', path);
  }
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new Fault('list-empty', path);
  return lines.map((line) => webTarget(line, path));
}

async function codesOf(path: string, pool: BrowserPool): Promise<Target[]> {
  if (!existsSync(path)) return [{ asked: path, fault: new Fault('target-not-found', path), from: null }];
  const codes = await readCodes(path, pool).catch((error: unknown) => error as Error);
  if (codes instanceof Error)
    return [
      { asked: path, fault: new Fault((codes as { code?: string }).code ?? 'file-unreadable', `${path}: ${codes.message}`), from: null },
    ];
  return codes.map((code) =>
    code.opens
      ? { asked: code.text, url: code.text, from: path }
      : { asked: code.text, fault: new Fault('qr-not-web', `${code.label.zh} / ${code.label.en}: ${code.text.slice(0, 80)}`), from: path },
  );
}
