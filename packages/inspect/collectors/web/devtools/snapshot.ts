import { inTime } from './in-time.ts';
import type { DevToolsClient } from './client.ts';
import { type RawSurface, type RawSurfacePart, SURFACE_STYLES } from './raw-surface.ts';
import type { Target } from './targets.ts';

/** Takes the node trees of a page and of every frame below it that lives in another process, and the viewport they are seen through. */
export async function takeSnapshot(client: DevToolsClient, page: Target, frames: readonly Target[]): Promise<RawSurface> {
  const [main, metrics, ...rest] = await Promise.all([
    partOf(client, page),
    inTime(client.send('Page.getLayoutMetrics', undefined, page.sessionId)),
    ...frames.filter((frame) => rootOf(frame) === page).map((frame) => framePart(client, frame)),
  ]);
  const { cssLayoutViewport, cssVisualViewport, cssContentSize } = metrics;
  const document = main.snapshot.documents[0];
  const text = (index: number | undefined): string => (index === undefined || index < 0 ? '' : (main.snapshot.strings[index] ?? ''));
  return {
    url: text(document?.documentURL),
    title: text(document?.title),
    viewport: {
      width: Math.round(cssVisualViewport.clientWidth) || cssLayoutViewport.clientWidth,
      height: Math.round(cssVisualViewport.clientHeight) || cssLayoutViewport.clientHeight,
      pageHeight: Math.round(cssContentSize.height),
      scrollX: Math.round(cssVisualViewport.pageX),
      scrollY: Math.round(cssVisualViewport.pageY),
    },
    // A frame that went away in between is no part of what is seen.
    parts: [main, ...rest.filter((part) => part !== null)],
  };
}

const rootOf = (target: Target): Target => (target.parent ? rootOf(target.parent) : target);

async function partOf(client: DevToolsClient, target: Target): Promise<RawSurfacePart> {
  const snapshot = await inTime(
    client.send(
      'DOMSnapshot.captureSnapshot',
      { computedStyles: [...SURFACE_STYLES], includePaintOrder: true, includeDOMRects: true, includeTextColorOpacities: true },
      target.sessionId,
    ),
  );
  const document = snapshot.documents[0];
  return {
    target: target.label,
    frameUrl: document ? (snapshot.strings[document.documentURL] ?? '') : target.url,
    offset: { x: 0, y: 0 },
    ownerBackendNodeId: null,
    parentTarget: null,
    snapshot,
    computedStyles: SURFACE_STYLES,
  };
}

async function framePart(client: DevToolsClient, frame: Target): Promise<RawSurfacePart | null> {
  const parent = frame.parent;
  if (!parent) return null;
  try {
    const [part, owner] = await Promise.all([
      partOf(client, frame),
      inTime(client.send('DOM.getFrameOwner', { frameId: frame.targetId }, parent.sessionId)),
    ]);
    const box = await client.send('DOM.getBoxModel', { backendNodeId: owner.backendNodeId }, parent.sessionId).catch(() => null);
    const [x = 0, y = 0] = box?.model.content ?? [];
    return { ...part, offset: { x, y }, ownerBackendNodeId: owner.backendNodeId, parentTarget: parent.label };
  } catch {
    return null;
  }
}
