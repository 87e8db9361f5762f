import { expect, test } from 'vitest';
import { allowPrivateArguments } from './allow-private.ts';

const read = (line: string): string[] => allowPrivateArguments(line.split(' '), (path) => path === 'codes');

test('a target behind the option is not swallowed', () => {
  expect(read('inspect --allow-private http://127.0.0.1/')).toEqual(['inspect', '--allow-private=all', 'http://127.0.0.1/']);
  expect(read('inspect --allow-private shop.test 10.0.0.0/8 http://shop.test/')).toEqual([
    'inspect',
    '--allow-private=shop.test',
    '--allow-private=10.0.0.0/8',
    'http://shop.test/',
  ]);
  expect(read('inspect http://a.test --allow-private')).toEqual(['inspect', 'http://a.test', '--allow-private=all']);
  expect(read('inspect --allow-private *.test --quiet list.txt')).toEqual(['inspect', '--allow-private=*.test', '--quiet', 'list.txt']);
  expect(read('inspect --allow-private ::1 codes')).toEqual(['inspect', '--allow-private=::1', 'codes']);
  expect(read('inspect --allow-private list.txt')).toEqual(['inspect', '--allow-private=all', 'list.txt']);
  expect(read('inspect --allow-private=a.test b')).toEqual(['inspect', '--allow-private=a.test', 'b']);
  expect(read('inspect -- --allow-private x')).toEqual(['inspect', '--', '--allow-private', 'x']);
});
