import { createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../canonical.ts';
import { type Digests, digestBytes, digestFile, sha256 } from '../hash.ts';
import { merkleRoot } from '../merkle.ts';
import { ensureKeys, type SigningKeys, toPem } from '../sign/keys.ts';
import { signMessage } from '../sign/sign.ts';
import { artefactPath } from '../store/store.ts';
import { type HttpExchange, type Located, writeArchive } from '../wacz/archive.ts';
import { indexText } from '../wacz/cdxj.ts';
import { dataPackage, dataPackageDigest } from '../wacz/data-package.ts';
import { writeZip, type ZipSource } from '../wacz/zip-write.ts';
import { type LoadedCapture, loadCapture } from './capture.ts';
import {
  keyPath,
  linksPath,
  type Manifest,
  PATHS,
  type Seal,
  signaturePath,
  STATEMENT_ALGORITHMS,
  type StampGap,
  type Stamps,
  type Statement,
} from './format.ts';
import { type Item, itemLeaves, lineLeaves, sortItems } from './item.ts';
import { valueAt } from './pointer.ts';
import { README } from './readme.ts';
import { stamp, stampLedger, type Stamped } from './stamp.ts';

export interface ReportFile {
  /** Name under `liangjian/`, e.g. `report.json`. */
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly file?: string;
  readonly mediaType?: string;
  /** JSON pointers to arrays whose elements can later be proved alone, e.g. `/outcomes`, `/facts`. */
  readonly split?: readonly string[];
}

export interface SealOptions {
  readonly captureDir: string;
  readonly reportFiles: readonly ReportFile[];
  readonly pages: readonly { readonly url: string; readonly title: string; readonly ts: string }[];
  readonly http: AsyncIterable<HttpExchange> | Iterable<HttpExchange>;
  readonly keysDir: string;
  readonly timestampUrls?: readonly string[];
  readonly trustAnchors?: readonly string[];
  readonly timestampTimeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** ISO 8601 instant of sealing; also the date of all members, so that the same input gives the same bytes. */
  readonly created: string;
  /** Path of the bundle; should end in `.wacz`. */
  readonly out: string;
  /** Default: `liangjian`. */
  readonly software?: string;
}

export interface SealSummary {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly root: string;
  readonly items: number;
  readonly keys: readonly { readonly algorithm: string; readonly fingerprint: string }[];
  readonly timestamps: readonly { readonly of: string; readonly genTime: string; readonly authority: string }[];
  readonly gaps: readonly StampGap[];
}

interface Member extends ZipSource {
  readonly digests: Digests;
  readonly mediaType: string;
  readonly role?: string;
}

const MEDIA: Partial<Record<string, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  sarif: 'application/sarif+json',
};

const mediaOf = (path: string): string => MEDIA[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const inMemory = (name: string, data: Uint8Array | string, mediaType = mediaOf(name)): Member => {
  const bytes = Buffer.from(data as string);
  const digests = digestBytes(bytes);
  return {
    name,
    ...digests,
    digests,
    mediaType,
    open: async function* () {
      yield bytes;
    },
  };
};

const onDisk = async (name: string, file: string, mediaType: string, role?: string): Promise<Member> => {
  const digests = await digestFile(file);
  const open = () => createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
  return { name, ...digests, digests, mediaType, open, ...(role === undefined ? {} : { role }) };
};

const itemOf = (member: Member): Item => {
  const { sha256: hash, sm3, bytes } = member.digests;
  return {
    path: member.name,
    kind: 'member',
    sha256: hash,
    sm3,
    bytes,
    mediaType: member.mediaType,
    ...(member.role ? { role: member.role } : {}),
  };
};

const partItems = (path: string, bytes: Uint8Array, split: readonly string[]): Item[] => {
  if (split.length === 0) return [];
  const root = JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  return split.flatMap((pointer) => {
    const list = valueAt(root, pointer);
    if (!Array.isArray(list)) throw new Error(`${path} has no list at ${pointer}`);
    return list.map((value: unknown, index): Item => {
      const digests = digestBytes(Buffer.from(canonicalJson(value), 'utf8'));
      const { sha256: hash, sm3, bytes: size } = digests;
      return { path: `${path}#${pointer}/${index}`, kind: 'part', sha256: hash, sm3, bytes: size, mediaType: 'application/json' };
    });
  });
};

/** Artefacts go into the archive once; only what is not there becomes a file of its own. */
const artefactItems = async (dir: string, capture: LoadedCapture, located: ReadonlyMap<string, Located>) => {
  const members: Member[] = [];
  const bodies: Item[] = [];
  for (const artefact of capture.artefacts.values()) {
    const file = join(dir, artefactPath(artefact.sha256));
    const place = located.get(artefact.sha256);
    const member = await onDisk(`liangjian/${artefactPath(artefact.sha256)}`, file, artefact.mediaType, artefact.role);
    if (member.digests.sha256 !== artefact.sha256) throw new Error(`the artefact ${artefact.sha256} was changed in the capture folder`);
    if (!place) members.push(member);
    else
      bodies.push({
        ...itemOf(member),
        path: artefactPath(artefact.sha256),
        kind: 'body',
        in: { member: PATHS.archive, offset: place.offset, length: place.length, url: place.url },
      });
  }
  return { members, bodies };
};

const reportMembers = async (reports: readonly ReportFile[]) => {
  const members: Member[] = [];
  const parts: Item[] = [];
  for (const report of reports) {
    const name = `liangjian/${report.path}`;
    if (!/^[\w.-]+(\/[\w.-]+)*$/.test(report.path) || report.path.includes('..')) throw new Error(`not a report path: ${report.path}`);
    const mediaType = report.mediaType ?? mediaOf(report.path);
    if (report.file !== undefined && !report.split) members.push(await onDisk(name, report.file, mediaType, 'report'));
    else {
      const bytes = report.bytes ?? (await readFile(report.file ?? ''));
      members.push({ ...inMemory(name, bytes, mediaType), role: 'report' });
      parts.push(...partItems(name, bytes, report.split ?? []));
    }
  }
  return { members, parts };
};

const pagesText = (pages: SealOptions['pages']): string =>
  [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...pages.map(({ url, title, ts }) => ({ id: sha256(`${url}\n${ts}`).slice(0, 16), url, title, ts: new Date(ts).toISOString() })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

const signStatement = (statement: string, keys: SigningKeys): { seal: string; members: Member[] } => {
  const message = Buffer.from(statement, 'utf8');
  const signatures = STATEMENT_ALGORITHMS.map((algorithm) => ({ key: keys[algorithm], signature: signMessage(keys[algorithm], message) }));
  const seal: Seal = {
    format: 'liangjian-seal/1',
    statement: { path: PATHS.statement, sha256: sha256(message) },
    signatures: signatures.map(({ key, signature }) => ({
      algorithm: key.algorithm,
      fingerprint: key.fingerprint,
      publicKey: key.publicKey.toString('base64'),
      signature: signature.toString('base64'),
    })),
  };
  return {
    seal: canonicalJson(seal),
    members: signatures.flatMap(({ key, signature }) => [
      inMemory(keyPath(key.algorithm), toPem(key.publicKey, 'PUBLIC KEY'), 'application/x-pem-file'),
      inMemory(signaturePath(key.algorithm), signature, 'application/octet-stream'),
    ]),
  };
};

const stampMembers = (stamped: Stamped): Member[] => stamped.stamps.map((s) => inMemory(s.path, s.tsr, 'application/timestamp-reply'));

/**
 * Seals a capture folder into one WACZ 1.1.1 file: archive, index, pages, ledgers, artefacts, reports, manifest with a Merkle root,
 * three signatures, time-stamps. Memory does not grow with the size of artefacts. Throws when the capture is not whole;
 * a missing time-stamp is a gap in the summary, not an error.
 */
export const sealCapture = async (options: SealOptions): Promise<SealSummary> => {
  const { captureDir, out } = options;
  const created = new Date(options.created).toISOString();
  const software = options.software ?? 'liangjian';
  const keys = await ensureKeys(options.keysDir);
  const capture = await loadCapture(captureDir);
  const urls = options.timestampUrls ?? [];
  const ask = {
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.trustAnchors ? { trustAnchors: options.trustAnchors } : {}),
    ...(options.timestampTimeoutMs ? { timeoutMs: options.timestampTimeoutMs } : {}),
  };
  const warcFile = `${out}.warc.part`;
  try {
    const { artefacts } = capture;
    const { index, located } = await writeArchive({ path: warcFile, captureDir, artefacts, http: options.http, created, software });
    const reports = await reportMembers(options.reportFiles);
    const stored = await artefactItems(captureDir, capture, located);
    const ledgerStamps = await Promise.all(capture.ledgers.map((ledger) => stampLedger(captureDir, ledger, urls, ask)));

    const content: Member[] = [
      await onDisk(PATHS.archive, warcFile, 'application/warc'),
      inMemory(PATHS.index, indexText(index, 'data.warc.gz'), 'text/x-cdxj'),
      inMemory(PATHS.pages, pagesText(options.pages)),
      inMemory(PATHS.capture, capture.bytes),
      inMemory(PATHS.readme, README),
      ...capture.ledgers.flatMap((ledger) => [
        { ...inMemory(`liangjian/${ledger.path}`, ledger.bytes), role: 'ledger' },
        inMemory(linksPath(ledger.arm), ledger.links.map((link) => `${link}\n`).join(''), 'text/plain'),
      ]),
      ...reports.members,
      ...stored.members,
      ...ledgerStamps.flatMap(stampMembers),
    ];
    const items = sortItems([...content.map(itemOf), ...stored.bodies, ...reports.parts]);
    const twice = items.find((item, i) => i > 0 && item.path === items[i - 1]?.path);
    if (twice) throw new Error(`two items would have the path ${twice.path}`);
    // From the signer's key and the content: unpredictable to others, the same on a second run.
    const seed = createHmac('sha256', keys.ed25519.privateKey).update('liangjian leaf salt\n').update(canonicalJson(items)).digest('hex');
    const root = merkleRoot(itemLeaves(items, seed)).toString('hex');
    const { tool = null, environment = null, startedAt = null, finishedAt = null, touchpoint } = capture.file;
    const manifest: Manifest = { format: 'liangjian-manifest/1', created, tool, instrument: environment, seed, items };
    const manifestMember = inMemory(PATHS.manifest, canonicalJson(manifest));
    const sums = inMemory(
      PATHS.sums,
      [...content, manifestMember]
        .map((m) => `${m.digests.sha256}  ${m.name}\n`)
        .toSorted()
        .join(''),
    );
    const statement: Statement = {
      format: 'liangjian-statement/1',
      created,
      startedAt,
      finishedAt,
      touchpoint: touchpoint?.locator ?? null,
      tool,
      manifest: {
        path: PATHS.manifest,
        sha256: manifestMember.digests.sha256,
        sm3: manifestMember.digests.sm3,
        bytes: manifestMember.digests.bytes,
      },
      sums: { path: PATHS.sums, sha256: sums.digests.sha256 },
      items: items.length,
      root,
      ledgers: capture.ledgers.map((ledger) => ({
        arm: ledger.arm,
        path: `liangjian/${ledger.path}`,
        lines: ledger.lines.length,
        head: ledger.head,
        root: merkleRoot(lineLeaves(ledger.lines, seed, ledger.arm)).toString('hex'),
      })),
      reports: reports.members.map(({ name, digests }) => ({ path: name, sha256: digests.sha256, sm3: digests.sm3 })),
      keys: [...STATEMENT_ALGORITHMS, 'ecdsa-p384' as const].map((algorithm) => ({ algorithm, fingerprint: keys[algorithm].fingerprint })),
      authorities: urls,
    };
    const statementText = canonicalJson(statement);
    const signed = signStatement(statementText, keys);
    const sealStamp = await stamp('seal', sha256(signed.seal), urls, ask);
    const allStamps = [...ledgerStamps, sealStamp];
    const stamps: Stamps = {
      format: 'liangjian-timestamps/1',
      stamps: allStamps.flatMap((s) => s.stamps.map(({ tsr: _, ...rest }) => rest)),
      gaps: allStamps.flatMap((s) => s.gaps),
    };
    const listed = [
      ...content,
      manifestMember,
      sums,
      inMemory(PATHS.statement, statementText),
      inMemory(PATHS.seal, signed.seal),
      ...signed.members,
      ...stampMembers(sealStamp),
      inMemory(PATHS.stamps, canonicalJson(stamps)),
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const descriptor = dataPackage(listed, { created, software, mainPage: options.pages[0] });
    const digest = dataPackageDigest(descriptor, keys['ecdsa-p384'], { created, software });
    const members = [...listed, inMemory(PATHS.datapackage, descriptor), inMemory(PATHS.digest, digest)];
    await writeZip(
      `${out}.part`,
      members.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      new Date(created),
    );
    await rename(`${out}.part`, out);
    const whole = await digestFile(out);
    return {
      file: out,
      sha256: whole.sha256,
      bytes: whole.bytes,
      root,
      items: items.length,
      keys: statement.keys,
      timestamps: stamps.stamps.map(({ of, genTime, authority }) => ({ of, genTime, authority })),
      gaps: stamps.gaps,
    };
  } finally {
    await rm(warcFile, { force: true });
    await rm(`${out}.part`, { force: true });
  }
};
