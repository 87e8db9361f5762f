import type { LedgerEvents, LedgerEventType } from '../../../../capture/ledger.ts';
import type { ChoiceRole, PromptRole, Stage } from '../../../../facts/fact.ts';
import type { ControlReading, FieldReading, PromptReading, SurfaceReading, TickReading } from '../../../../surface/model.ts';
import type { Surface, SurfaceNode } from '../../../../surface/surface.ts';
import type { Page } from '../page.ts';

/** One state of a made-up page: what is on it and where a press leads. */
export interface State {
  readonly text?: string;
  readonly url?: string;
  /** Opened as a pop-up over the state that was pressed. */
  readonly popup?: boolean;
  /** Opened as a document of its own. */
  readonly loads?: boolean;
  /** What it turns into by itself when it is waited for. */
  readonly turnsInto?: string;
  /** Where the browser's back leads. */
  readonly back?: string;
  readonly prompts?: readonly {
    role: PromptRole;
    text: string;
    blocking?: boolean;
    choices: readonly (readonly [ChoiceRole, string, (string | undefined)?])[];
  }[];
  /** Whether the buttons of prompts are listed as controls that send. */
  readonly dangerousChoices?: boolean;
  readonly controls?: readonly (readonly [text: string, to?: string, dangerous?: boolean])[];
  readonly fields?: readonly Partial<FieldReading>[];
  readonly ticks?: readonly (readonly [label: string, state: TickReading['state'], to?: string])[];
}

export interface Recorded {
  readonly type: LedgerEventType;
  readonly data: Record<string, unknown>;
}

export interface MadeUpPage {
  readonly page: Page;
  readonly ledger: Recorded[];
  readonly now: () => string;
  /** What was seen, by the name the ledger gives it. */
  readonly looks: ReadonlyMap<string, { surface: Surface; reading: SurfaceReading }>;
}

/** A page of a few states for tests of the walk: no browser, same port as the live session. */
export function madeUpPage(states: Readonly<Record<string, State>>, first = 'start'): MadeUpPage {
  let now = first;
  let stage: Stage = 'arrive';
  let step = 0;
  let documents = 1;
  const popups: string[] = [];
  const ledger: Recorded[] = [];
  const looks = new Map<string, { surface: Surface; reading: SurfaceReading }>();
  const targets = new Map<string, string | undefined>();
  const place = (row: number, column = 0) => ({ x: 10 + column * 100, y: 10 + row * 40, width: 80, height: 30 });

  function build(): { surface: Surface; reading: SurfaceReading } {
    const state = states[now] as State;
    const nodes: SurfaceNode[] = [];
    targets.clear();
    const node = (text: string, row: number, column: number, to?: string): number => {
      const box = place(row, column);
      nodes.push({
        id: nodes.length,
        frame: 0,
        parent: nodes.length === 0 ? -1 : 0,
        children: [],
        tag: 'button',
        attributes: {},
        text,
        box,
        visible: true,
        style: null,
        paintOrder: 1,
        clickable: true,
        checked: null,
        value: null,
        shadow: null,
      });
      targets.set(`${box.x + box.width / 2},${box.y + box.height / 2}`, to);
      return nodes.length - 1;
    };
    node('', 0, 0);
    let row = 1;
    const controls: ControlReading[] = (state.controls ?? []).map(([text, to, dangerous]) => ({
      node: node(text, (row += 1), 0, to),
      text,
      box: place(row),
      dangerous: dangerous ?? false,
      role: dangerous ? 'dangerous' : 'forward',
    }));
    const prompts: PromptReading[] = (state.prompts ?? []).map((prompt) => ({
      node: 0,
      role: prompt.role,
      confidence: 0.9,
      why: [],
      text: prompt.text,
      box: place(0),
      blocking: prompt.blocking ?? true,
      rendered: 'text',
      purposes: [],
      ticks: [],
      links: [],
      key: `${prompt.role}:${prompt.text}`,
      choices: prompt.choices.map(([role, text, to], column) => ({
        node: node(text, (row += 1), column, to),
        role,
        text,
        shape: 'button',
        weight: 'equal',
        fontSize: 14,
        contrast: 5,
        area: 100,
        box: place(row, column),
      })),
    }));
    if (state.dangerousChoices)
      for (const { node: choice, text, box } of prompts.flatMap((prompt) => prompt.choices))
        controls.push({ node: choice, text, box, dangerous: true, role: 'dangerous' });
    const fields = (state.fields ?? []).map(
      (field): FieldReading => ({
        node: node('', (row += 1), 0),
        control: 'tel',
        name: 'f',
        label: '手机号',
        categories: ['phone'],
        required: 'unknown',
        requiredBy: null,
        markedOptional: false,
        purposeText: null,
        subject: 'self',
        form: '',
        submitsTo: null,
        box: place(row),
        ...field,
      }),
    );
    const ticks = (state.ticks ?? []).map(([label, tick, to]): TickReading => {
      const press = node(label, (row += 1), 0, to);
      return { node: press, press, consent: 'unknown', state: tick, means: 'native', label, purposes: [], box: place(row) };
    });
    const surface: Surface = {
      format: 'liangjian-surface/1',
      url: state.url ?? 'http://shop.test/',
      title: now,
      viewport: { width: 390, height: 844, pageHeight: 844, scrollY: 0 },
      frames: [],
      nodes,
    };
    return {
      surface,
      reading: { prompts, controls, fields, ticks, links: [], displays: [], pictures: [], text: `${now} ${state.text ?? ''}` },
    };
  }

  const page: Page = {
    url: () => states[now]?.url ?? 'http://shop.test/',
    documents: () => documents,
    inPopup: () => popups.length > 0,
    closePopup: async () => {
      const opener = popups.pop();
      if (opener !== undefined) now = opener;
      return opener !== undefined;
    },
    settle: async () => {
      const next = states[now]?.turnsInto;
      if (next !== undefined) now = next;
    },
    look: async (reason) => {
      const built = build();
      looks.set(now, built);
      const { url, title } = built.surface;
      ledger.push({ type: 'surface', data: { stage, step, surface: now, screenshot: null, reason, url, title } });
      return { sha256: now, ...built };
    },
    goto: async () => {
      now = first;
      return { ok: true, why: null, status: 200 };
    },
    tap: async (x, y) => {
      const to = targets.get(`${x},${y}`);
      if (to === undefined) return;
      if (states[to]?.popup) popups.push(now);
      if (states[to]?.loads) documents += 1;
      now = to;
    },
    type: async () => {},
    leaveField: async () => {},
    denyPosition: async () => {},
    scroll: async () => {},
    back: async () => {
      now = states[now]?.back ?? now;
    },
    pause: async () => {},
    setStage: (name, at) => {
      stage = name;
      step = at;
    },
    record: <T extends LedgerEventType>(type: T, data: LedgerEvents[T]) =>
      ledger.push({ type, data: { stage, step, ...data } as Record<string, unknown> }),
    timeLeft: () => 60_000,
  };
  return { page, ledger, now: () => now, looks };
}
