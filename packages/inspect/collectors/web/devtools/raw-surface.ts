import type { Protocol } from 'devtools-protocol';

/**
 * One moment of a visit as DevTools tells it: one `DOMSnapshot.captureSnapshot` result per target
 * (the page and every frame that lives in another process), not yet joined. `decodeSurface` joins it.
 */
export interface RawSurface {
  readonly url: string;
  readonly title: string;
  /** CSS pixels of the viewport picture taken at the same moment. */
  readonly viewport: {
    readonly width: number;
    readonly height: number;
    readonly pageHeight: number;
    readonly scrollX: number;
    readonly scrollY: number;
  };
  /** The main page first; a frame's part after the part that owns it. */
  readonly parts: readonly RawSurfacePart[];
}

export interface RawSurfacePart {
  /** Target label as in the ledger (`page`, `page/frame-1`). */
  readonly target: string;
  readonly frameUrl: string;
  /** Upper left corner of the frame's content in the viewport picture; used when the owner node is not found. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Back-end id of the `<iframe>` in the part named by `parentTarget`; null for the main page. */
  readonly ownerBackendNodeId: number | null;
  readonly parentTarget: string | null;
  readonly snapshot: Protocol.DOMSnapshot.CaptureSnapshotResponse;
  /** Names asked for, in the order of each `styles` row. */
  readonly computedStyles: readonly string[];
}

/** What `captureSnapshot` must be asked for (with `includePaintOrder: true`): fewer names mean a poorer surface, never a wrong one. */
export const SURFACE_STYLES = [
  'display',
  'visibility',
  'position',
  'z-index',
  'opacity',
  'color',
  '-webkit-text-fill-color',
  'background-color',
  'background-image',
  'mask-image',
  'font-size',
  'font-weight',
  'cursor',
  'pointer-events',
  'text-decoration-line',
  'border-top-left-radius',
  'overflow-x',
  'overflow-y',
  'border-top-width',
  'border-left-width',
  'border-top-color',
  'border-top-style',
  'padding-top',
  'padding-left',
  'clip',
  'clip-path',
  'filter',
  'content',
] as const;
