import { sql } from 'kysely';
import type { Db } from '../store/connect.ts';
import { portalContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import type { DirectoryKey } from '../vault/seal-tip.ts';
import { VaultFault } from '../vault/fault.ts';

/** An office as the intake needs it. */
export interface DirectoryOffice {
  readonly id: string;
  readonly line: string;
  readonly level: 'city' | 'district';
  readonly district: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Who can be written to: active offices and the public keys in force. */
export interface Directory {
  readonly offices: readonly DirectoryOffice[];
  /** Newest key of a holder. Throws `vault-key-missing`. */
  readonly keyOf: (kind: DirectoryKey['kind'], holder: string) => DirectoryKey;
  /** Every key in force, newest versions only. */
  readonly keys: readonly DirectoryKey[];
}

const FRESH_MS = 20_000;
const KINDS: readonly DirectoryKey['kind'][] = ['office', 'custodian', 'escrow'];

/** Reads the directory as the public side sees it, and again when it is older than some seconds: a filing must not wait for it. */
export const openDirectory = (db: Db): (() => Promise<Directory>) => {
  let known: { at: number; directory: Promise<Directory> } | undefined;
  return async () => {
    if (known === undefined || Date.now() - known.at > FRESH_MS) {
      const at = Date.now();
      const reading = readDirectory(db);
      known = { at, directory: reading };
      const forget = () => {
        if (known?.directory === reading) known = undefined;
      };
      // Neither a failure nor a directory that is still being founded is remembered.
      reading.then(({ keys }) => {
        if (!KINDS.every((kind) => keys.some((key) => key.kind === kind))) forget();
      }, forget);
    }
    return known.directory;
  };
};

const readDirectory = (db: Db): Promise<Directory> =>
  within(db, portalContext, async (tx) => {
    const offices = await sql<DirectoryOffice>`
      select id, line, level, district, name_zh as "nameZh", name_en as "nameEn" from app.office where active order by id`.execute(tx);
    const keys = await sql<DirectoryKey>`
      select distinct on (holder_kind, holder) holder_kind as kind, holder, version, suite, public_key as "publicKey", data ->> 'ring' as "ringId"
      from vault.key where retired_at is null order by holder_kind, holder, version desc`.execute(tx);
    const byHolder = new Map(keys.rows.map((key) => [`${key.kind}/${key.holder}`, key]));
    return {
      offices: offices.rows,
      keys: keys.rows,
      keyOf: (kind, holder) => {
        const key = byHolder.get(`${kind}/${holder}`);
        if (key === undefined) throw new VaultFault('vault-key-missing');
        return key;
      },
    };
  });

/**
 * Office that gets a tip when no routing rule says otherwise: market regulation of the district, else of the city.
 * Throws a RangeError when the directory has neither.
 */
export const nearestOffice = ({ offices }: Directory, district: string | null): DirectoryOffice => {
  const market = offices.filter(({ line }) => line === 'samr');
  const near =
    market.find((office) => office.level === 'district' && office.district === district) ?? market.find(({ level }) => level === 'city');
  if (near === undefined) throw new RangeError('the directory has no office of market regulation');
  return near;
};
