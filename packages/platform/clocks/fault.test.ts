import { errorEntry } from '@liangjian/law';
import { describe, expect, test } from 'vitest';
import { TriageFault, type TriageFaultCode } from './fault.ts';

const codes: Readonly<Record<TriageFaultCode, true>> = {
  'calendar-notice-invalid': true,
  'campaign-invalid': true,
  'clock-not-running': true,
  'clock-rule-forbids': true,
  'ground-needed': true,
  'invalid-input': true,
  'not-found': true,
  'version-conflict': true,
  'wrong-state': true,
};

describe('faults of triage', () => {
  test('all stand in the catalogue, with what to do next', () => {
    for (const code of Object.keys(codes)) expect(errorEntry(code).nextStep.zh.length).toBeGreaterThan(3);
    for (const code of ['import-encoding-unknown', 'import-file-broken', 'import-too-large', 'import-no-header', 'import-map-misfit'])
      expect(errorEntry(code).httpStatus).toBeGreaterThanOrEqual(400);
  });

  test('keep what is meant in both languages', () => {
    const fault = new TriageFault('wrong-state', { zh: '已经关联。', en: 'Linked already.' });
    expect([fault.message, fault.detail?.zh]).toEqual(['wrong-state: Linked already.', '已经关联。']);
  });
});
