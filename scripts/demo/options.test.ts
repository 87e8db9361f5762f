import { expect, test } from 'vitest';
import { demoOptions } from './options.ts';

test('the defaults, every option, and the usage', () => {
  expect(demoOptions([])).toEqual({ once: false, data: null, port: 8880 });
  expect(demoOptions(['--once', '--port', '9000', '--data', 'here'])).toEqual({ once: true, data: 'here', port: 9000 });
  expect(demoOptions(['--help'])).toBeNull();
});

test.each([['--port', '0'], ['--port', 'x'], ['--port', '65535'], ['--twice'], ['word']])('%s %s is refused', (...args) => {
  expect(() => demoOptions(args)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^ERR_PARSE_ARGS/) }));
});
