import type { Unread } from '../../program.ts';

/** A file inside something that was handed over: a folder, an archive, a package. Bytes are read when asked for. */
export interface Entry {
  /** `/` separated, relative to the container, without `..` and without a leading slash. */
  readonly path: string;
  /** Bytes, as the container states them; -1 when only reading tells. */
  readonly size: number;
  /** The whole content. @throws when it cannot be read any more, or is larger than the container stated. */
  readonly bytes: () => Buffer;
  /** The same in memory that the next call uses again: for whoever decodes at once. Absent where bytes cost nothing. */
  readonly peek?: () => Buffer;
}

export interface Container {
  readonly kind: 'folder' | 'zip' | 'tar' | 'wxapkg';
  readonly entries: readonly Entry[];
  readonly unread: readonly Unread[];
}
