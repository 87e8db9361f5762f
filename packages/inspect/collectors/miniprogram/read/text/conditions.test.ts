import { expect, test } from 'vitest';
import { blankOtherTargets } from './conditions.ts';
import { namesOf } from './platform-names.ts';

const wechat = (text: string): string => blankOtherTargets(text, namesOf('wechat', 3));

const SCRIPT = `start()
// #ifdef H5
web()
// #endif
// #ifdef MP-WEIXIN || H5
both()
// #ifndef MP
never()
// #endif
// #else
other()
// #endif
/* #ifndef APP-PLUS */ kept() /* #endif */
end()`;

test('what another target compiles is blank, offsets stay', () => {
  const out = wechat(SCRIPT);
  expect(out).toHaveLength(SCRIPT.length);
  expect(out.indexOf('end()')).toBe(SCRIPT.indexOf('end()'));
  for (const gone of ['web()', 'never()', 'other()']) expect(out).not.toContain(gone);
  for (const stays of ['start()', 'both()', 'kept()', 'end()']) expect(out).toContain(stays);
});

test('markup and style comments count as well', () => {
  const page = '<view>\n<!-- #ifdef APP-PLUS -->\n<a/>\n<!-- #endif -->\n<!-- #ifdef MP-WEIXIN -->\n<b/>\n<!-- #endif -->\n</view>';
  expect(wechat(page)).not.toContain('<a/>');
  expect(wechat(page)).toContain('<b/>');
});

test('an else of another target does not take its block along', () => {
  const out = wechat('if (a) { one() }\n// #ifdef H5\nelse\n// #endif\n{ two() }');
  expect(out).toContain('two()');
  expect(out).not.toMatch(/\n\s*else/);
});

test('a name nobody can decide keeps both sides', () => {
  const out = wechat('// #ifdef MY-BRAND\none()\n// #else\ntwo()\n// #endif');
  expect(out).toContain('one()');
  expect(out).toContain('two()');
});

test('and binds tighter than or; the version of Vue is a name', () => {
  expect(wechat('// #ifdef H5 || MP && VUE3\nok()\n// #endif')).toContain('ok()');
  expect(wechat('// #ifdef MP && VUE2\nno()\n// #endif')).not.toContain('no()');
});

test('a stray end or a missing one does no harm', () => {
  expect(wechat('a()\n// #endif\nb()')).toContain('b()');
  expect(wechat('a()\n// #ifdef H5\nb()').trimEnd()).toBe('a()');
});
