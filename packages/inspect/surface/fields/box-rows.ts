import { below } from '../flow/below.ts';
import type { Flow } from '../flow/flow.ts';
import type { Reader } from '../reader.ts';
import type { SurfaceNode } from '../surface.ts';
import { union } from '../geometry/box.ts';
import type { FieldCandidate } from './evidence.ts';

export interface BoxRow {
  readonly candidate: FieldCandidate;
  /** Inputs that are parts of the row. */
  readonly members: readonly number[];
}

const PROVINCE = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]$/;

/** Rows of equal little boxes for one character each: a plate (7–8 boxes, or one that holds a province) or a code (4 or 6). */
export function boxRows(reader: Reader, flow: Flow): readonly BoxRow[] {
  const rows: BoxRow[] = [];
  for (const node of reader.surface.nodes) {
    if (node.children.length < 4 || !reader.isVisible(node.id)) continue;
    const cells = node.children.map((child) => reader.node(child)).filter((child) => isCell(reader, flow, child));
    if (cells.length < 4 || cells.length > 9) continue;
    const top = cells[0]?.box?.y ?? 0;
    if (!cells.every((cell) => Math.abs((cell.box?.y ?? 0) - top) < 8)) continue;
    const texts = cells.map((cell) => flow.of(cell.id, 4).trim());
    const around = flow.between(reader.node(node.parent).id, flow.end(node.parent), 200) + (node.attributes['class'] ?? '');
    const plate =
      cells.length >= 7 &&
      (PROVINCE.test(texts[0] ?? '') || /车牌|plate|chepai|carno/i.test(around) || /车牌|plate/i.test(heading(reader, flow, node)));
    const code =
      (cells.length === 4 || cells.length === 6) &&
      /验证码|校验码|动态码|密码|code|otp|\d{3}\*{4}/i.test(around + heading(reader, flow, node));
    if (!plate && !code) continue;
    if (texts.some((text) => text.length > 1)) continue;
    const members = below(reader, node.id, 60).filter((id) => reader.node(id).tag === 'input');
    const overlay = reader.node(node.parent).children.filter((id) => reader.node(id).tag === 'input');
    const control = plate ? 'plate-keys' : 'otp-boxes';
    rows.push({
      candidate: { node: node.id, control, end: flow.end(node.id), ownWords: '', options: [], box: union(cells.map((cell) => cell.box)) },
      members: [...members, ...overlay],
    });
  }
  return rows;
}

function isCell(reader: Reader, flow: Flow, node: SurfaceNode): boolean {
  if (node.tag === '#text' || !node.box || !reader.isVisible(node.id)) return false;
  const { width, height } = node.box;
  if (width < 16 || width > 72 || height < 20 || height > 80) return false;
  return flow.of(node.id, 4).trim().length <= 1 || /^\+?新?能?源?$/.test(flow.of(node.id, 6).trim());
}

function heading(reader: Reader, flow: Flow, node: SurfaceNode): string {
  const above = reader.ancestors(node.id)[2] ?? node.parent;
  return flow.between(above, node.id, 300).slice(-160);
}
