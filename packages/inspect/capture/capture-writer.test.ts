import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCaptureWriter } from './capture-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'capture-writer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('bytes handed in a moment ago can be read, also by the first who hands them in', async () => {
  const writer = openCaptureWriter(folder);
  for (const text of ['picture', 'picture', 'another']) {
    const bytes = Buffer.from(text);
    const stored = writer.put(bytes, 'image/jpeg', 'screenshot');
    const name = createHash('sha256').update(bytes).digest('hex');
    expect((await writer.read(name))?.toString()).toBe(text);
    expect((await stored).sha256).toBe(name);
  }
  expect(await writer.read('0'.repeat(64))).toBeNull();
});
