import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealCapture } from './seal/seal-capture.ts';
import { makeCapture, sealOptions } from './testing/sample-capture.ts';
import { pack, replace, unpack } from './testing/tamper.ts';
import { filesOf } from './testing/unzip.ts';
import { unpackCapture } from './unpack-capture.ts';

test('a sealed capture comes back byte for byte, and a changed one does not', async () => {
  const work = mkdtempSync(join(tmpdir(), 'unpack-'));
  const capture = await makeCapture();
  rmSync(join(capture.dir, 'artefacts/.incoming'), { recursive: true });
  const { file } = await sealCapture(sealOptions(capture, join(work, 'keys'), join(work, 'a.wacz')));
  await unpackCapture(file, join(work, 'back'));
  expect(filesOf(join(work, 'back'))).toEqual(filesOf(capture.dir));

  const forged = join(work, 'b.wacz');
  await pack(
    forged,
    replace(await unpack(file), 'liangjian/arms/refuse.ndjson', (b) => b.toString().replace('第3步', '第4步')),
  );
  await expect(unpackCapture(forged, join(work, 'forged'))).rejects.toThrow('liangjian/arms/refuse.ndjson is not what was sealed');
});
