import type { Box } from '../facts/fact.ts';

/**
 * What a consumer has in front of them at one moment: the node tree of all frames (shadow roots included, closed ones too)
 * with geometry, style and paint order, in CSS pixels of the viewport picture taken at the same moment.
 * Made from DevTools `DOMSnapshot.captureSnapshot`; plain JSON, so that everything above it is a pure function.
 */
export interface Surface {
  readonly format: 'liangjian-surface/1';
  readonly url: string;
  readonly title: string;
  readonly viewport: { readonly width: number; readonly height: number; readonly pageHeight: number; readonly scrollY: number };
  readonly frames: readonly { readonly url: string; readonly target: string; readonly box: Box | null }[];
  /** Flattened in document order; `parent` and `children` are indices into this array; node 0 is the main document element. */
  readonly nodes: readonly SurfaceNode[];
  /** Words read off the pictures at the moment of the look, so that every later reading sees the same ones; absent when there were none. */
  readonly recognised?: readonly RecognisedPicture[];
}

/** Words drawn in a picture, from the top down; boxes in viewport CSS pixels. */
export interface RecognisedPicture {
  /** Node of the picture. */
  readonly node: number;
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

export interface SurfaceNode {
  readonly id: number;
  readonly frame: number;
  readonly parent: number;
  readonly children: readonly number[];
  /** Lower-case tag; `#text` for text nodes; `::before` and `::after` for generated content. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Own text of a `#text` node or generated content. */
  readonly text: string;
  /** Border box in viewport CSS pixels, null when not laid out. */
  readonly box: Box | null;
  /** Laid out, not hidden by style, and with a non-empty box (may still lie outside the viewport or under something). */
  readonly visible: boolean;
  readonly style: SurfaceStyle | null;
  /** Greater is painted later (nearer to the eye); -1 when not painted. */
  readonly paintOrder: number;
  /** Has a click listener or navigates by nature. */
  readonly clickable: boolean;
  /** Live state of form controls (not the attribute). */
  readonly checked: boolean | null;
  readonly value: string | null;
  readonly shadow: 'open' | 'closed' | null;
  /** DevTools back-end id, good only while the page lives; the target is that of the node's frame. */
  readonly backend?: number;
  /** Boxes of the lines of a `#text` node that breaks over several lines. */
  readonly lines?: readonly Box[];
}

export interface SurfaceStyle {
  readonly display: string;
  readonly visibility: string;
  readonly position: string;
  readonly zIndex: string;
  readonly opacity: number;
  readonly color: string;
  readonly backgroundColor: string;
  readonly backgroundImage: string;
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly cursor: string;
  readonly pointerEvents: string;
  readonly textDecoration: string;
  readonly borderRadius: string;
  readonly overflow: string;
  /** Width, style and colour of the upper edge (`1px solid rgb(…)`), empty when there is none. */
  readonly border: string;
}
