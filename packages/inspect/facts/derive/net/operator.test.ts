import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import type { Surface } from '../../../surface/surface.ts';
import type { SurfaceReading } from '../../../surface/model.ts';
import type { VisitInput } from '../visit/visit.ts';
import { deriveOperator, operatorHints } from './operator.ts';

const COMPANY = '上海试墨餐饮管理有限公司';

function visitOf(looks: readonly { readonly stage: 'arrive' | 'read'; readonly text: string }[]): VisitInput {
  const events = looks.map(
    ({ stage }, at) =>
      ({
        seq: at + 1,
        t: at,
        stage,
        step: 0,
        target: 'page',
        type: 'surface',
        surface: `s${at}`,
        screenshot: null,
        reason: '',
        url: '',
        title: '',
      }) satisfies LedgerEvent<'surface'>,
  );
  const node = {
    id: 0,
    frame: 0,
    parent: -1,
    children: [],
    tag: 'html',
    attributes: {},
    text: '',
    box: null,
    visible: true,
    style: null,
    paintOrder: 0,
    clickable: false,
    checked: null,
    value: null,
    shadow: null,
  };
  const surface: Surface = {
    format: 'liangjian-surface/1',
    url: '',
    title: '',
    viewport: { width: 1, height: 1, pageHeight: 1, scrollY: 0 },
    frames: [],
    nodes: [node],
  };
  const reading = (name: string): SurfaceReading => ({
    prompts: [],
    ticks: [],
    fields: [],
    links: [],
    controls: [],
    displays: [],
    pictures: [],
    text: looks[Number(name.slice(1))]?.text ?? '',
  });
  return { arms: [{ arm: 'untouched', events, choiceSeq: null }], hadConsentPrompt: false, surface: () => surface, reading, scene: null };
}

test('records of pages and policies, each once with its first place, and the host in any case', () => {
  const facts = deriveOperator(
    visitOf([
      { stage: 'arrive', text: `© 2026 ${COMPANY} 沪ICP备12345678号` },
      { stage: 'arrive', text: `© 2026 ${COMPANY}` },
      { stage: 'read', text: `本政策由${COMPANY}制定` },
    ]),
    'https://order.shop.test/x',
  );
  expect(facts.map(({ label, detail }) => [detail.basis, label])).toEqual([
    ['copyright', COMPANY],
    ['icp', '沪ICP备12345678号'],
    ['policy-controller', COMPANY],
    ['host', 'shop.test'],
  ]);
  expect(facts[0]?.evidence[0]).toMatchObject({ request: 1, span: { quote: expect.stringContaining(COMPANY) } });
  expect(operatorHints(facts)).toEqual({ companies: [COMPANY] });
});

test('a page that says nothing of itself has its host only', () => {
  expect(deriveOperator(visitOf([{ stage: 'arrive', text: '菜单' }]), 'https://203.0.113.9:8080/').map(({ label }) => label)).toEqual([
    '203.0.113.9:8080',
  ]);
});
