import { createHmac } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { canonicalJson } from '../canonical.ts';
import { digestFile, sha256 } from '../hash.ts';
import { merkleRoot } from '../merkle.ts';
import { ensureKeys } from '../sign/keys.ts';
import { type HttpExchange, writeArchive } from '../wacz/archive.ts';
import { indexText } from '../wacz/cdxj.ts';
import { dataPackage, dataPackageDigest } from '../wacz/data-package.ts';
import { writeZip } from '../wacz/zip-write.ts';
import { artefactItems } from './artefact-items.ts';
import { loadCapture } from './capture.ts';
import { linksPath, type Manifest, PATHS, STATEMENT_ALGORITHMS, type Stamp, type StampGap, type Stamps, type Statement } from './format.ts';
import { itemLeaves, lineLeaves, sortItems } from './item.ts';
import { inMemory, itemOf, type Member, onDisk } from './member.ts';
import { README } from './readme.ts';
import { type ReportFile, reportMembers } from './report-members.ts';
import { signStatement } from './sign-statement.ts';
import { stamp, type Stamped, stampLedger } from './stamp.ts';

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

const pagesText = (pages: SealOptions['pages']): string =>
  [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
    ...pages.map(({ url, title, ts }) => ({ id: sha256(`${url}\n${ts}`).slice(0, 16), url, title, ts: new Date(ts).toISOString() })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

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
      stamps: allStamps.flatMap((s) =>
        s.stamps.map(({ of, digest, path, authority, url, genTime }): Stamp => ({ of, digest, path, authority, url, genTime })),
      ),
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
