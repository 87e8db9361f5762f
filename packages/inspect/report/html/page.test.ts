import { expect, test } from 'vitest';
import { SAMPLE, SAMPLE_SOURCE } from '../testing/sample-report.ts';
import { escapeHtml, html } from './escape.ts';
import { reportHtml } from './page.ts';

const page = reportHtml(SAMPLE, SAMPLE_SOURCE);

test('one file that loads and runs nothing', () => {
  expect(page).not.toMatch(/<script|<iframe|<link|<object|javascript:|\son\w+=|\sstyle=/i);
  expect(page).toMatch(/Content-Security-Policy" content="default-src (&#39;|')none/);
  const outside = [...page.matchAll(/(?:href|src)="([^"]*)"/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !link.startsWith('#') && !link.startsWith('data:image/'));
  expect(outside).toEqual([]);
});

test('words of the page stay words: escaped, and hidden marks shown', () => {
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('⟨U+202E⟩');
  expect(page).not.toMatch(/[\u001b\u202e]/);
  expect(html`${'<b>'}${null}${[1, html`<i>`]}`.html).toBe('&lt;b&gt;1<i>');
  expect(escapeHtml(`"'&`)).toBe('&quot;&#39;&amp;');
});

test('answer first, each problem on its picture with its law', () => {
  const order = ['均为线索', 'id="answer"', 'id="G14"', 'id="G23"', '未能查看', '三次访问对照', '数据接收方', '仪器与环境', '全部事实'].map(
    (words) => page.indexOf(words),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const card = page.slice(page.indexOf('id="G14"'), page.indexOf('</article>', page.indexOf('id="G14"')));
  expect(card).toMatch(/<use href="#p-[0-9a-f]{16}"\/><rect class="halo" x="10" y="20"/);
  expect(card).toContain('依据未核实');
  expect(card).toContain('href="#l-untouched-3"');
  expect(page).toContain('id="l-untouched-3"');
});

test('every link inside leads somewhere, and a picture is stored once', () => {
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
  for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(ids, target).toContain(target);
  expect(page.split('data:image/gif;base64,')).toHaveLength(2);
});

test('both languages are inside; the given one is shown first', () => {
  expect(page).toContain('id="lang-zh" aria-label="中文" checked');
  expect(reportHtml(SAMPLE, SAMPLE_SOURCE, 'en')).toContain('id="lang-en" aria-label="English" checked');
  expect(page).toContain('What could not be seen');
});

test('same report, same bytes; without a capture there are no pictures but all words', () => {
  expect(reportHtml(SAMPLE, SAMPLE_SOURCE)).toBe(page);
  const bare = reportHtml(SAMPLE, { read: () => null, arms: [] });
  expect(bare).not.toContain('data:image');
  expect(bare).toContain('id="G14"');
});
