import { describe, expect, test } from 'vitest';
import { decideAcceptance } from './acceptance.ts';
import { commonSuperior, decideReturn } from './jurisdiction.ts';

const offices = [
  { id: 'city-samr', superior: null },
  { id: 'corps', superior: 'city-samr' },
  { id: 'samr-xuhui', superior: 'city-samr' },
  { id: 'samr-pudong', superior: 'city-samr' },
  { id: 'pudong-station', superior: 'samr-pudong' },
  { id: 'cac-city', superior: null },
  { id: 'loop-a', superior: 'loop-b' },
  { id: 'loop-b', superior: 'loop-a' },
];
const request = { returns: 0, at: 'samr-xuhui', cameFrom: 'pudong-station', ground: 'place', reason: '行为发生在浦东新区某路' };

describe('an office that does not want a tip', () => {
  test('sends it back with a ground and a reason; the dispute clock starts', () => {
    expect(decideReturn(request, offices)).toMatchObject({ ok: true, to: 'pudong-station', kind: 'return', clock: 'T09' });
    expect(decideReturn({ ...request, ground: 'too-much-work' }, offices)).toMatchObject({ ok: false });
    expect(decideReturn({ ...request, reason: ' 不是  ' }, offices)).toMatchObject({
      ok: false,
      why: { en: expect.stringContaining('give the place') },
    });
  });

  test('the second time it goes to the common superior, whoever returns it', () => {
    expect(decideReturn({ ...request, returns: 1 }, offices)).toMatchObject({
      ok: true,
      to: 'city-samr',
      kind: 'to-superior',
      clock: 'T10',
    });
    expect(decideReturn({ ...request, returns: 1, cameFrom: 'cac-city' }, offices)).toMatchObject({ ok: false });
  });

  test('the common superior is the nearest one above both, and a ring does not hang', () => {
    expect(commonSuperior('samr-pudong', 'pudong-station', offices)).toBe('city-samr');
    expect(commonSuperior('corps', 'samr-xuhui', offices)).toBe('city-samr');
    expect(commonSuperior('corps', 'cac-city', offices)).toBeNull();
    expect(commonSuperior('loop-a', 'corps', offices)).toBeNull();
  });
});

describe('accepting a complaint', () => {
  const refusal = {
    accept: false,
    ground: 'dealt-with',
    reason: '区消保委已于十月五日调解',
    otherRoutes: '可以向法院起诉',
    receivedOn: '2026-11-03',
  };

  test('needs nothing; refusing needs one of seven grounds, a reason and other routes', () => {
    expect(decideAcceptance({ ...refusal, accept: true, ground: null })).toEqual({ ok: true, accepted: true });
    expect(decideAcceptance(refusal)).toMatchObject({ ok: true, accepted: false, ground: { id: 'dealt-with' } });
    expect(decideAcceptance({ ...refusal, ground: 'nuisance' })).toMatchObject({ ok: false });
    expect(decideAcceptance({ ...refusal, reason: '', otherRoutes: ' ' })).toMatchObject({ ok: false, why: [{}, {}] });
  });

  test('what came in under the old rule needs no other routes', () => {
    expect(decideAcceptance({ ...refusal, otherRoutes: '', receivedOn: '2026-04-14' })).toMatchObject({ ok: true, accepted: false });
    expect(decideAcceptance({ ...refusal, otherRoutes: '', receivedOn: '2026-04-15' })).toMatchObject({ ok: false });
  });
});
