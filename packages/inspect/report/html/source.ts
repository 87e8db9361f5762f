import type { LedgerEvent } from '../../capture/ledger.ts';
import type { StoredCapture } from '../../capture/read-capture.ts';
import type { ArmName } from '../../facts/fact.ts';
import { pictureSize } from '../../qr/picture-size.ts';
import type { Report } from '../report.ts';
import { html, type Markup } from './escape.ts';

/** A picture in the report: once in the file, shown wherever it is named. `height` in CSS pixels at the width of the viewport. */
export interface Picture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureBook {
  /** Null when the artefact is not a picture of the capture. */
  readonly find: (sha256: string) => Picture | null;
  /** Definitions of all pictures asked for so far. */
  readonly definitions: () => Markup;
}

/** What a report shows beside its own words. */
export type ReportSource = Pick<StoredCapture, 'read' | 'arms'>;

/** Pictures of all findings must fit into one file that a phone still opens. */
const MAX_BYTES = 24 * 1024 * 1024;

/** Gives out pictures and remembers which ones the page needs. */
export function openPictureBook(report: Report, source: ReportSource): PictureBook {
  const width = report.environment.profile?.viewport.width ?? 0;
  const known = new Map<string, (Picture & { readonly data: string; readonly type: string }) | null>();
  const roles = new Map(report.artefacts.map((artefact) => [artefact.sha256, artefact]));
  let bytes = 0;

  function load(sha256: string) {
    const artefact = roles.get(sha256);
    if (artefact?.role !== 'screenshot' || bytes + artefact.bytes > MAX_BYTES) return null;
    const picture = source.read(sha256);
    const size = picture === null ? null : pictureSize(picture);
    if (picture === null || size === null || size.width === 0 || width === 0) return null;
    bytes += picture.length;
    const height = Math.round((size.height * width) / size.width);
    return { id: `p-${sha256.slice(0, 16)}`, width, height, type: `image/${size.type}`, data: picture.toString('base64') };
  }

  return {
    find(sha256) {
      if (!known.has(sha256)) known.set(sha256, load(sha256));
      return known.get(sha256) ?? null;
    },
    definitions: () =>
      html`<svg class="pictures" aria-hidden="true"><defs>${[...known.values()].map((one) =>
        one === null
          ? null
          : html`<image id="${one.id}" width="${one.width}" height="${one.height}" href="data:${one.type};base64,${one.data}"/>`,
      )}</defs></svg>`,
  };
}

/** Events of an arm; none when the report stands alone. */
export const eventsOf = (source: ReportSource, arm: ArmName): readonly LedgerEvent[] =>
  source.arms.find((one) => one.arm === arm)?.events ?? [];
