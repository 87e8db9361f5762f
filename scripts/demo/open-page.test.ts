import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageOpener } from './open-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'liangjian-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a page is opened only where there are both a desktop and a program for it', () => {
  expect(pageOpener({ DISPLAY: ':0', PATH: folder }, 'linux')).toBeNull();
  const program = join(folder, 'xdg-open');
  writeFileSync(program, '#!/bin/sh\n');
  chmodSync(program, 0o755);
  expect(pageOpener({ DISPLAY: ':0', PATH: folder }, 'linux')).toBe(program);
  expect(pageOpener({ WAYLAND_DISPLAY: 'wayland-0', PATH: folder }, 'linux')).toBe(program);
  expect(pageOpener({ PATH: folder }, 'linux')).toBeNull();
});
