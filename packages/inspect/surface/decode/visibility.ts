import type { Draft } from './draft.ts';

/** Below this the eye sees nothing. */
const FAINTEST = 0.03;

interface Inherited {
  readonly opacity: number;
  readonly hidden: boolean;
  /** A box without room cuts away what flows in it (`height: 0; overflow: hidden`), by kind of positioning. */
  readonly cutFlow: boolean;
  readonly cutAbsolute: boolean;
}

/** Whether each node (parents first) is laid out, not hidden by style of itself or what holds it, and has a box with room. */
export function visibility(order: readonly { readonly draft: Draft; readonly parent: number }[]): boolean[] {
  const below: Inherited[] = [];
  return order.map(({ draft, parent }, id) => {
    const from = below[parent] ?? { opacity: 1, hidden: false, cutFlow: false, cutAbsolute: false };
    const style = draft.style;
    const isText = draft.tag === '#text';
    const opacity = isText ? from.opacity : from.opacity * (style?.opacity ?? 1);
    const hidden = from.hidden || (draft.cutAway && !isText);
    const position = isText ? 'static' : (style?.position ?? 'static');
    const cut = position === 'fixed' ? false : position === 'absolute' ? from.cutAbsolute : from.cutFlow;
    const box = draft.box;
    const room = box !== null && box.width > 0 && box.height > 0;
    const visible = room && !hidden && !cut && opacity >= FAINTEST && (style === null || style.visibility === 'visible');
    const closes = isBox(draft) && style !== null && style.overflow !== 'visible' && box !== null && box.width * box.height < 2;
    // A frame's document does not inherit `visibility`, but it is not seen when its element is not.
    const frameHidden = isFrame(draft) && (!room || style?.visibility !== 'visible');
    below[id] = {
      opacity,
      hidden: hidden || frameHidden,
      cutFlow: cut || closes,
      cutAbsolute: position === 'static' ? from.cutAbsolute : cut || closes,
    };
    return visible;
  });
}

function isBox(draft: Draft): boolean {
  // Overflow of the root and body belongs to the viewport.
  return draft.tag !== '#text' && draft.tag !== '#document' && draft.tag !== 'html' && draft.tag !== 'body';
}

function isFrame(draft: Draft): boolean {
  return draft.tag === 'iframe' || draft.tag === 'frame' || draft.tag === 'object' || draft.tag === 'embed';
}
