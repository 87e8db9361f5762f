import type { Protocol } from 'devtools-protocol';

type Snapshot = Protocol.DOMSnapshot.CaptureSnapshotResponse;
export type SnapshotDocument = Protocol.DOMSnapshot.DocumentSnapshot;

/** One document of a snapshot with its sparse columns made quick to look up. */
export interface DocumentTables {
  readonly size: number;
  readonly url: string;
  readonly scrollX: number;
  readonly scrollY: number;
  parent(index: number): number;
  type(index: number): number;
  name(index: number): string;
  value(index: number): string;
  backend(index: number): number | undefined;
  attributes(index: number): readonly (readonly [string, string])[];
  /** Row in the layout table, -1 when the node is not laid out. */
  layout(index: number): number;
  bounds(row: number): readonly number[];
  /** Text of all layout rows of a node: generated content has its text in a second row, a first letter of its own in a first. */
  words(index: number): string;
  paintOrder(row: number): number;
  styleRow(row: number): readonly number[];
  lines(row: number): readonly (readonly number[])[];
  readonly shadow: ReadonlyMap<number, string>;
  readonly inputValue: ReadonlyMap<number, string>;
  readonly textValue: ReadonlyMap<number, string>;
  readonly source: ReadonlyMap<number, string>;
  readonly checked: ReadonlySet<number>;
  readonly selected: ReadonlySet<number>;
  readonly clickable: ReadonlySet<number>;
  readonly content: ReadonlyMap<number, number>;
}

export function readTables(document: SnapshotDocument, strings: Snapshot['strings']): DocumentTables {
  const { nodes, layout, textBoxes } = document;
  const size = nodes.parentIndex?.length ?? 0;
  const rows = new Int32Array(size).fill(-1);
  const further = new Map<number, number[]>();
  layout.nodeIndex.forEach((node, row) => {
    if (node >= size) return;
    // A node may own several layout rows (first-letter, continuations): the first is the node's own.
    if (rows[node] === -1) rows[node] = row;
    else {
      const rest = further.get(node);
      if (rest) rest.push(row);
      else further.set(node, [row]);
    }
  });
  const boxes = new Map<number, number[][]>();
  textBoxes.layoutIndex.forEach((row, at) => {
    const bounds = textBoxes.bounds[at];
    if (!bounds) return;
    const list = boxes.get(row);
    if (list) list.push(bounds);
    else boxes.set(row, [bounds]);
  });
  const string = (index: number | undefined) => (index === undefined || index < 0 ? '' : (strings[index] ?? ''));
  const words = (rare: Protocol.DOMSnapshot.RareStringData | undefined) =>
    new Map((rare?.index ?? []).map((node, at) => [node, string(rare?.value[at])] as const));
  return {
    size,
    url: string(document.documentURL),
    scrollX: document.scrollOffsetX ?? 0,
    scrollY: document.scrollOffsetY ?? 0,
    parent: (index) => nodes.parentIndex?.[index] ?? -1,
    type: (index) => nodes.nodeType?.[index] ?? 0,
    name: (index) => string(nodes.nodeName?.[index]),
    value: (index) => string(nodes.nodeValue?.[index]),
    backend: (index) => nodes.backendNodeId?.[index],
    attributes: (index) => {
      const flat = nodes.attributes?.[index] ?? [];
      const pairs: [string, string][] = [];
      for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([string(flat[at]), string(flat[at + 1])]);
      return pairs;
    },
    layout: (index) => rows[index] ?? -1,
    bounds: (row) => layout.bounds[row] ?? [0, 0, 0, 0],
    words: (index) => [rows[index] ?? -1, ...(further.get(index) ?? [])].map((row) => string(row < 0 ? -1 : layout.text[row])).join(''),
    paintOrder: (row) => layout.paintOrders?.[row] ?? -1,
    styleRow: (row) => layout.styles[row] ?? [],
    lines: (row) => boxes.get(row) ?? [],
    shadow: words(nodes.shadowRootType),
    inputValue: words(nodes.inputValue),
    textValue: words(nodes.textValue),
    source: words(nodes.currentSourceURL),
    checked: new Set(nodes.inputChecked?.index ?? []),
    selected: new Set(nodes.optionSelected?.index ?? []),
    clickable: new Set(nodes.isClickable?.index ?? []),
    content: new Map(
      (nodes.contentDocumentIndex?.index ?? []).map((node, at) => [node, nodes.contentDocumentIndex?.value[at] ?? -1] as const),
    ),
  };
}
