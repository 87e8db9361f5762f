import { expect, test } from 'vitest';
import type { TemplateNode, TemplateText } from '../../program.ts';
import { parseTemplate } from './parse.ts';

const read = (text: string): readonly (TemplateNode | TemplateText)[] => parseTemplate(text, 0, text.length, 1000).nodes;

function all(nodes: readonly (TemplateNode | TemplateText)[]): TemplateNode[] {
  return nodes.flatMap((node) => ('tag' in node ? [node, ...all(node.children)] : []));
}

test('names keep their case, values and positions are those of the file', () => {
  const text =
    '<view class="a">\n  <button open-type="getPhoneNumber" bindgetphonenumber="onPhone" disabled>{{a<b ? "x" : "y"}}</button>\n</view>';
  const button = all(read(text)).find((node) => node.tag === 'button');
  expect(button?.start).toBe(text.indexOf('<button'));
  expect(button?.end).toBe(text.indexOf('</button>') + '</button>'.length);
  const type = button?.attributes.get('open-type');
  expect(type?.value).toBe('getPhoneNumber');
  expect(text.slice(type?.start, type?.end)).toBe('open-type="getPhoneNumber"');
  const bare = button?.attributes.get('disabled');
  expect(bare?.value).toBe(true);
  expect(text.slice(bare?.start, bare?.end)).toBe('disabled');
  expect(button?.children[0]).toMatchObject({ text: '{{a<b ? "x" : "y"}}' });
});

test('Vue names, single quotes, empty and unquoted values', () => {
  const text = `<Agree-Box @getphonenumber="f($event)" :checked='ok && "1"' v-model=a x="" />`;
  const [box] = all(read(text));
  expect(box?.tag).toBe('Agree-Box');
  const value = (name: string): string | true | undefined => box?.attributes.get(name)?.value;
  expect([value('@getphonenumber'), value(':checked'), value('v-model'), value('x')]).toEqual(['f($event)', 'ok && "1"', 'a', '']);
});

test('an input left open does not swallow what follows', () => {
  const [view] = read('<view><input type="idcard"><button>go</button></view>');
  expect(view).toMatchObject({ children: [{ tag: 'input', children: [] }, { tag: 'button' }] });
});

test('code inside markup is not markup, comments are nothing', () => {
  const text = '<wxs module="m">if (a<b) { return "<button>" }</wxs><!-- <button open-type="getPhoneNumber"/> --><text>t</text>';
  expect(all(read(text)).map((node) => node.tag)).toEqual(['wxs', 'text']);
});

test('a part of a file is read with the positions of the file', () => {
  const text = '<template>\n<view a="1"/>\n</template>';
  const [view] = all(parseTemplate(text, 10, text.indexOf('</template>'), 10).nodes);
  expect(view?.start).toBe(11);
  expect(text.slice(view?.attributes.get('a')?.start, view?.attributes.get('a')?.end)).toBe('a="1"');
});

test('broken markup and too much of it give what there is', () => {
  expect(all(read('<view><text>a</view><button')).map((node) => node.tag)).toContain('view');
  expect(parseTemplate('<a/>'.repeat(50), 0, 200, 10).cut).toBe(true);
});
