import { describe, expect, test } from 'vitest';
import { citableOn } from './citable.ts';

describe('citableOn', () => {
  test('old CSL 64 can be cited up to its last day and never after', () => {
    expect(citableOn('CSL-old:64', '2025-12-31')).toEqual({ ok: true, weight: 'law', status: 'verified' });
    expect(citableOn('CSL-old:64', '2026-01-01')).toMatchObject({ ok: false, reason: 'no-longer-in-force', instead: 'CSL:71' });
  });

  test('the new numbering does not reach back and names the old article', () => {
    expect(citableOn('CSL:43(1)', '2025-12-31')).toMatchObject({ ok: false, reason: 'not-yet-in-force', instead: 'CSL-old:41' });
    expect(citableOn('CSL:43(1)', '2026-01-01')).toMatchObject({ ok: true });
  });

  test.each(['App-draft', 'Big-draft-platform', 'Big-draft-processor'])('draft %s is never citable', (hook) => {
    for (const day of ['2026-01-10', '2026-11-24', '2099-01-01'])
      expect(citableOn(hook, day)).toMatchObject({ ok: false, reason: 'draft' });
  });

  test('the complaint rule changes on 2026-04-15', () => {
    expect(citableOn('CMP-old:31(2)', '2026-04-14')).toMatchObject({ ok: true });
    expect(citableOn('CMP-old:31(2)', '2026-04-15')).toMatchObject({ ok: false, instead: null });
    expect(citableOn('CMP:36', '2026-04-14')).toMatchObject({ ok: false, reason: 'not-yet-in-force' });
  });

  test('methods and guidance are references, not legal bases', () => {
    expect(citableOn('App31:3.4', '2026-11-24')).toMatchObject({ ok: true, weight: 'reference' });
    expect(citableOn('guidance:parking-malls', '2026-11-24')).toMatchObject({ ok: true, weight: 'reference' });
  });

  test('an instrument nobody has read is citable only as unverified', () => {
    expect(citableOn('SH-C', '2026-11-24')).toMatchObject({ ok: true, status: 'unverified' });
  });

  test('an unknown hook and a false day are refused', () => {
    expect(citableOn('PIPL:999', '2026-11-24')).toMatchObject({ ok: false, reason: 'unknown-hook' });
    expect(() => citableOn('PIPL:16', '2026-02-30')).toThrow(RangeError);
    expect(() => citableOn('PIPL:16', 'yesterday')).toThrow(RangeError);
  });
});
