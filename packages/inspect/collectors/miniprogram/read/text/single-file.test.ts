import { expect, test } from 'vitest';
import { cutBlocks, langOf } from './single-file.ts';

const cut = (text: string): [string, string][] => cutBlocks(text).map((block) => [block.tag, text.slice(block.start, block.end)]);

test('templates in a template, comments, quotes and empty blocks', () => {
  const text = `<!-- <script>old</script> --><template lang="html" :a="b > c"><template v-if="x"><a/></template><template #y/></template>
<script setup lang="ts">if (a < b) { '</templat' }</script><script src="x.js"/><style lang='scss'>.a{}</style><config>{}</config>`;
  expect(cut(text)).toEqual([
    ['template', '<template v-if="x"><a/></template><template #y/>'],
    ['script', "if (a < b) { '</templat' }"],
    ['style', '.a{}'],
    ['config', '{}'],
  ]);
  expect(cutBlocks(text).map(langOf)).toEqual(['html', 'ts', 'scss', '']);
});

test('what is never closed ends with the text', () => {
  expect(cut('<template><a><script>x')).toEqual([['template', '<a><script>x']]);
  expect(cut('<script>a')).toEqual([['script', 'a']]);
  expect(cut('<script "')).toEqual([]);
});
