import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import type { Surface, SurfaceNode } from '../surface/surface.ts';
import { readPolicy } from './read-policy.ts';
import { policy } from './testing/policies.ts';

type Tree = readonly [tag: string, ...children: (Tree | string)[]];

const SIZES: Readonly<Record<string, number>> = { h1: 22, h2: 18 };
const DISPLAY: Readonly<Record<string, string>> = {
  span: 'inline',
  b: 'inline',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
  table: 'table',
};

/** A drawn page out of tags and words, black on white. */
function page(root: Tree): Surface {
  const nodes: SurfaceNode[] = [];
  const add = (part: Tree | string, parent: number): number => {
    const [tag, ...children] = typeof part === 'string' ? (['#text'] as const) : part;
    const id = nodes.length;
    const style = {
      display: DISPLAY[tag] ?? 'block',
      visibility: 'visible',
      position: 'static',
      zIndex: 'auto',
      opacity: 1,
      color: 'rgb(0, 0, 0)',
      backgroundColor: tag === 'body' ? 'rgb(255, 255, 255)' : 'rgba(0, 0, 0, 0)',
      backgroundImage: 'none',
      fontSize: SIZES[tag] ?? 15,
      fontWeight: 400,
      cursor: 'auto',
      pointerEvents: 'auto',
      textDecoration: 'none',
      borderRadius: '0px',
      overflow: 'visible',
      border: '',
    };
    const box = { x: 0, y: id * 10, width: 300, height: 10 };
    const own: number[] = [];
    nodes.push({
      id,
      frame: 0,
      parent,
      children: own,
      tag,
      attributes: {},
      text: typeof part === 'string' ? part : '',
      box: tag === 'body' ? { x: 0, y: 0, width: 390, height: 100_000 } : box,
      visible: true,
      style,
      paintOrder: id,
      clickable: false,
      checked: null,
      value: null,
      shadow: null,
    });
    for (const child of children as (Tree | string)[]) own.push(add(child, id));
    return id;
  };
  add(root, -1);
  return {
    format: 'liangjian-surface/1',
    url: 'https://tea.example/p',
    title: '隐私政策',
    viewport: { width: 390, height: 844, pageHeight: 3000, scrollY: 0 },
    frames: [{ url: 'https://tea.example/p', target: 'page', box: null }],
    nodes,
  };
}

const facts = (surface: Surface, document: 'privacy-policy' | 'third-party-policy' = 'privacy-policy') =>
  readPolicy({
    document,
    url: 'https://tea.example/p',
    touchpoint: 'https://tea.example/',
    surface,
    artefact: 'a'.repeat(64),
    screenshot: null,
  });
const of = <T extends Fact['type']>(all: readonly Fact[], type: T) => all.filter((fact) => fact.type === type) as unknown as Fact<T>[];

const body = (text: string): Tree[] =>
  text.split('\n').map((line) => [/^[一二三四五六七八九十]+、/.test(line) ? 'h2' : 'p', line] as const);

describe('readPolicy', () => {
  const all = facts(
    page([
      'body',
      ['h1', '云雀茶饮隐私政策'],
      ...body(policy(['sdk'])),
      [
        'table',
        ['tr', ['th', 'SDK名称'], ['th', '公司名称'], ['th', '使用目的']],
        ['tr', ['td', '灰喜鹊统计'], ['td', ['span', '北京灰喜鹊'], ['b', '数据有限公司']], ['td', '统计访问量']],
      ],
    ]),
  );
  const [text] = of(all, 'policy-text');

  it('tells of the text as seen', () => {
    expect(text?.detail).toMatchObject({
      document: 'privacy-policy',
      title: '云雀茶饮隐私政策',
      simplified: 'yes',
      controller: '苏州云雀茶饮有限公司',
      effectiveDate: '2026-03-08',
      fontSize: 15,
      contrast: 21,
      foreign: 'no',
    });
  });

  it('reads cells of a table as drawn', () => {
    const sdk = of(all, 'policy-clause').find(({ detail }) => detail.element === 'sdk-list');
    expect(sdk?.detail.verdict).toBe('present');
    expect(sdk?.detail.slots['sdk']).toEqual(expect.arrayContaining(['灰喜鹊统计', '北京灰喜鹊数据有限公司']));
  });

  it('gives every clause that is there a quotation, a selector and the artefact', () => {
    for (const { detail, evidence } of of(all, 'policy-clause').filter((one) => one.detail.verdict === 'present')) {
      expect(evidence.length, detail.element).toBeGreaterThan(0);
      for (const { artefact, selector, span } of evidence) {
        expect(artefact).toBe('a'.repeat(64));
        expect(selector).toBeTruthy();
        expect(span?.quote).toHaveLength((span?.end ?? 0) - (span?.start ?? 0));
      }
    }
  });

  it('names the controller as operator once, and rights as told, not as met', () => {
    expect(of(all, 'operator').map(({ label, detail }) => `${detail.basis} ${label}`)).toEqual(['policy-controller 苏州云雀茶饮有限公司']);
    const controls = of(all, 'control');
    expect(controls.map(({ detail }) => detail.role)).toContain('account-closing');
    expect(controls.every(({ detail }) => detail.found === 'policy' && detail.reached === 'unknown')).toBe(true);
  });

  it('gives no id twice, and the same ids again', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sees a platform’s text, or one by a known service on another address, as foreign', () => {
    expect(of(facts(page(['body', ...body(policy())]), 'third-party-policy'), 'policy-text')[0]?.detail.foreign).toBe('yes');
    const copied = policy().replaceAll('苏州云雀茶饮有限公司', '北京百度网讯科技有限公司');
    expect(of(facts(page(['body', ...body(copied)])), 'policy-text')[0]?.detail.foreign).toBe('yes');
  });

  it('reads an empty page without accusing', () => {
    const nothing = facts({ ...page(['body']), nodes: [] });
    expect(of(nothing, 'policy-clause').map(({ detail }) => detail.verdict)).not.toContain('absent');
    expect(of(nothing, 'policy-text')[0]?.detail).toMatchObject({ length: 0, fontSize: null, simplified: 'unknown' });
  });
});
