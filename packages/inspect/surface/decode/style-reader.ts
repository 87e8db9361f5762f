import type { SurfaceStyle } from '../surface.ts';

/** Computed style of a node with what only the decoder needs. */
export interface DecodedStyle {
  readonly style: SurfaceStyle;
  /** Distance from the border box to the content box, CSS pixels. */
  readonly insetX: number;
  readonly insetY: number;
  /** Cut away altogether by `clip`, `clip-path` or `filter` (the "screen readers only" idioms). */
  readonly cutAway: boolean;
  /** `content` of generated boxes that is a picture. */
  readonly picture: string | null;
}

/** Reads rows of computed styles; equal rows give the same object, since a page has few different styles and many nodes. */
export function styleReader(names: readonly string[], strings: readonly string[]): (row: readonly number[]) => DecodedStyle {
  const column = new Map(names.map((name, at) => [name, at] as const));
  const known = new Map<string, DecodedStyle>();
  return (row) => {
    const key = row.join();
    const hit = known.get(key);
    if (hit) return hit;
    const get = (name: string, missing = '') => {
      const at = column.get(name);
      const index = at === undefined ? undefined : row[at];
      return index === undefined || index < 0 ? missing : (strings[index] ?? missing);
    };
    const px = (name: string) => Number.parseFloat(get(name, '0')) || 0;
    const image = get('background-image', 'none');
    const mask = get('mask-image', 'none');
    const edge = px('border-top-width');
    const content = get('content');
    const decoded: DecodedStyle = {
      style: {
        display: get('display', 'block'),
        visibility: get('visibility', 'visible'),
        position: get('position', 'static'),
        zIndex: get('z-index', 'auto'),
        opacity: Number.parseFloat(get('opacity', '1')),
        color: get('-webkit-text-fill-color') || get('color', 'rgb(0, 0, 0)'),
        backgroundColor: get('background-color', 'rgba(0, 0, 0, 0)'),
        // An icon made with a mask is a picture to the eye just as one made with a background.
        backgroundImage: clip(image === 'none' && mask !== 'none' && mask !== '' ? mask : image),
        fontSize: px('font-size'),
        fontWeight: Number.parseFloat(get('font-weight', '400')) || 400,
        cursor: get('cursor', 'auto'),
        pointerEvents: get('pointer-events', 'auto'),
        textDecoration: get('text-decoration-line', 'none'),
        borderRadius: get('border-top-left-radius', '0px'),
        overflow: overflow(get('overflow-x', 'visible'), get('overflow-y', 'visible')),
        border:
          edge > 0 && get('border-top-style') !== 'none' ? `${edge}px ${get('border-top-style', 'solid')} ${get('border-top-color')}` : '',
      },
      insetX: px('border-left-width') + px('padding-left'),
      insetY: edge + px('padding-top'),
      cutAway: cutAway(get('clip', 'auto'), get('clip-path', 'none'), get('filter', 'none')),
      picture: /url\(|image-set\(/.test(content) ? clip(content) : null,
    };
    known.set(key, decoded);
    return decoded;
  };
}

function overflow(x: string, y: string): string {
  return x === y ? x : `${x} ${y}`;
}

/** Data URIs may be megabytes; the head is enough to know the picture again, and a small drawing is kept whole. */
function clip(css: string): string {
  const most = css.startsWith('url("data:image/svg') ? 1500 : 400;
  return css.length > most ? css.slice(0, most) : css;
}

function cutAway(clipBox: string, path: string, filter: string): boolean {
  const rect = /^rect\(([^)]*)\)$/.exec(clipBox);
  if (rect) {
    const [top, right, bottom, left] = (rect[1] ?? '').split(/[\s,]+/).map((part) => Number.parseFloat(part));
    if ((bottom ?? NaN) - (top ?? NaN) <= 2 || (right ?? NaN) - (left ?? NaN) <= 2) return true;
  }
  const inset = /^inset\(([\d.]+)%/.exec(path);
  if (inset && Number(inset[1]) >= 50) return true;
  if (/^(circle|ellipse)\(0(px|%)?[\s)]/.test(path)) return true;
  return /opacity\(0(%|\.0+)?\)/.test(filter);
}
