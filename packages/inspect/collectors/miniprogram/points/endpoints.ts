import type { ProgramEndpoint } from '../model/program-model.ts';
import { placeIn } from '../model/place.ts';
import { isOwn } from '../model/analysis.ts';
import type { Program, ProgramFile } from '../program.ts';
import { textLiterals } from './text-literals.ts';

const ADDRESS = /^(https?|wss?):\/\/([\w.-]+)(:\d+)?([/?#][^\s'"`]*)?/i;
/** Addresses that are no endpoint: local files, name spaces, the developer's own machine, samples. */
const NO_ENDPOINT =
  /^(tmp|usr|store|localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|www\.w3\.org|schemas?\.|xmlns|example\.|www\.example|your|xxx|foo\.|test\.com$|domain\.|json-schema\.org|purl\.org|ns\.adobe)/i;

/** Addresses in code, with how they are used. Comments, prefix tests and local files are none. */
export function endpointsOf(program: Program): ProgramEndpoint[] {
  const found = new Map<string, ProgramEndpoint>();
  for (const file of program.files) {
    if (!isOwn(file) || (file.role !== 'script' && file.role !== 'typescript')) continue;
    const text = file.text;
    if (!text.includes('://')) continue;
    for (const one of textLiterals(text)) {
      if (!one.text.includes('://')) continue;
      const parts = ADDRESS.exec(one.text.trim());
      if (!parts || NO_ENDPOINT.test(parts[2]!) || !/\.\w|\d/.test(parts[2]!)) continue;
      const id = parts[0];
      if (found.has(id)) continue;
      const after = text.slice(one.start + one.text.length + 1, one.start + one.text.length + 40);
      // `url.indexOf('http://')`, `url.replace('http://a', …)`: a test of addresses, not an address.
      if (
        /(indexOf|startsWith|includes|replace|replaceAll|match|split|test|search|===?|!==?|case)\s*\(?\s*$/.test(one.before) ||
        /^\s*[=!]==?/.test(after)
      )
        continue;
      const scheme = parts[1]!.toLowerCase() as ProgramEndpoint['scheme'];
      const use = useOf(one.before, one.text, file);
      const plain = scheme === 'http' || scheme === 'ws';
      found.set(id, {
        url: one.text.trim().slice(0, 300),
        scheme,
        host: parts[2]!.toLowerCase() + (parts[3] ?? ''),
        insecure: !plain ? 'no' : use === 'request' || use === 'upload' || use === 'socket' || use === 'base' ? 'yes' : 'unknown',
        use,
        pi: [],
        place: placeIn(file, one.start - 1),
      });
    }
  }
  return [...found.values()];
}

function useOf(before: string, url: string, _file: ProgramFile): ProgramEndpoint['use'] {
  if (/\.(png|jpe?g|gif|svg|webp|mp4|mp3|css|ttf|woff2?)(\?|$)/i.test(url)) return 'image';
  if (/uploadFile\s*\([\s\S]*$|upload_?url/i.test(before)) return 'upload';
  if (/downloadFile\s*\([\s\S]*$/.test(before)) return 'download';
  if (/connectSocket|ws_?url|socket/i.test(before) || /^wss?:/i.test(url)) return 'socket';
  if (
    /(base_?url|base_?api|api_?(url|host|root|base)|^host|[^a-z]host|domain|server|apiPrefix|root_?url|request_?url|prefix|baseURL)['"]?\s*[:=]\s*$/i.test(
      before,
    )
  )
    return 'base';
  if (/\burl['"]?\s*:\s*$|request\s*\(\s*$|(get|post|put|fetch)\s*\(\s*$/i.test(before))
    return /\.html?(\?|$)/.test(url) ? 'web-view' : 'request';
  if (/\b(web_?view|h5|link|href|src)\w*['"]?\s*[:=]\s*$/i.test(before)) return 'web-view';
  return 'unknown';
}
