/** What one reading may cost. Everything beyond a limit is named in `unread`. */
export interface ReadLimits {
  /** Files of one target, every container together. */
  readonly files: number;
  /** Bytes of one text file; a larger one is not source anybody wrote. */
  readonly textBytes: number;
  /** Bytes of one package or archive. */
  readonly packageBytes: number;
  /** Unpacked bytes of one archive, and how many times larger than the archive that may be. */
  readonly unpackedBytes: number;
  readonly unpackRatio: number;
  /** Folders inside folders. */
  readonly depth: number;
  /** Bytes of own texts kept in memory; past it a text is read again when asked for. */
  readonly keptBytes: number;
  /** Nodes recovered from one compiled template, and elements in one template. */
  readonly nodes: number;
}

export const READ_LIMITS: ReadLimits = {
  files: 200_000,
  textBytes: 24 * 1024 * 1024,
  packageBytes: 256 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  unpackRatio: 200,
  depth: 40,
  keptBytes: 20 * 1024 * 1024,
  nodes: 200_000,
};
