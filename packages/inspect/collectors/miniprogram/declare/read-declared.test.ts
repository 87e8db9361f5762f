import { expect, test } from 'vitest';
import { DeclaredUnreadable, readDeclared } from './read-declared.ts';

const A = 'a'.repeat(64);

test('reads the list as the platform answers it, with texts and lines', () => {
  const text = `{
  "errcode": 0,
  "code_exist": 1,
  "privacy_list": ["Location", "PhoneNumber"],
  "setting_list": [
    { "privacy_key": "Location", "privacy_text": "展示附近门店", "privacy_label": "位置信息" }
  ]
}`;
  const { keys } = readDeclared('list.json', A, text);
  expect([...keys].map(([key, { said, line }]) => [key, said, line])).toEqual([
    ['Location', '展示附近门店', 4],
    ['PhoneNumber', null, 4],
  ]);
});

test('reads a bare list, and a list inside an envelope', () => {
  expect([...readDeclared('l', A, '["Album", "Camera"]').keys.keys()]).toEqual(['Album', 'Camera']);
  expect([...readDeclared('l', A, '{"data":{"result":{"privacy_list":["Album"]}}}').keys.keys()]).toEqual(['Album']);
  expect(readDeclared('l', A, '{"privacy_list":[]}').keys.size).toBe(0);
});

test('says what is wrong with anything else, whatever it holds', () => {
  for (const bad of [
    '',
    'x',
    '{}',
    '[]',
    '[1]',
    '{"a":{"b":{"c":{"d":{"e":{"f":{"privacy_list":["A"]}}}}}}}',
    'null',
    '{"privacy_list":"Location"}',
  ])
    expect(() => readDeclared('l', A, bad), bad).toThrow(DeclaredUnreadable);
});
