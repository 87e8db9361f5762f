import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { necessaryFor, necessityOf } from './necessity.ts';
import { PI_CATEGORY_IDS } from './pi-category.ts';
import { scenes } from './scenes.data.ts';

describe('necessaryFor', () => {
  test.each(['phone', 'name', 'birth-date', 'sex', 'address', 'id-number', 'bank-card', 'location-precise', 'biometric'] as const)(
    'eating in does not need %s',
    (category) => {
      expect(necessityOf(category, 'S1', 'dine-in')).toBe('not-necessary');
    },
  );

  test('the phone number: delivery needs it, pick-up may offer it, without a channel nobody can tell', () => {
    expect(necessityOf('phone', 'S1', 'delivery')).toBe('necessary');
    expect(necessityOf('phone', 'S1', 'pick-up')).toBe('optional');
    expect(necessityOf('phone', 'S1')).toBe('cannot-tell');
    expect(necessityOf('phone', 'S1', 'chain')).toBe('cannot-tell');
  });

  test('what no channel needs stays forbidden without a channel', () => {
    expect(necessityOf('birth-date', 'S1')).toBe('not-necessary');
    expect(necessityOf('id-number', 'S1')).toBe('not-necessary');
    expect(necessityOf('order', 'S1')).toBe('necessary');
  });

  test('parking needs the plate and the payment, in other car parks and the national scene too', () => {
    for (const scene of ['S2', 'S13', 'N5']) {
      expect(necessaryFor(scene)).toMatchObject({
        allowed: ['plate', 'payment', 'order'],
        source: ['guidance:parking-malls'],
        confidence: 'F',
      });
      expect(necessityOf('phone', scene)).toBe('not-necessary');
    }
  });

  test('training: nothing about the child before enrolment, four items at enrolment', () => {
    expect(necessityOf('birth-date', 'S3', null, 'before-enrolment')).toBe('not-necessary');
    expect(necessityOf('birth-date', 'S3', null, 'enrolment')).toBe('necessary');
    expect(necessityOf('id-number', 'S3', null, 'enrolment')).toBe('not-necessary');
    expect(necessityOf('birth-date', 'S3')).toBe('cannot-tell');
  });

  test('renting a power bank cannot be told, scanning for one can', () => {
    expect(necessaryFor('S6', null, 'rent')).toMatchObject({ allowed: [], optional: [], forbidden: [], confidence: 'U' });
    expect(necessityOf('phone', 'S6', null, 'rent')).toBe('cannot-tell');
    expect(necessityOf('phone', 'S6', null, 'scan')).toBe('not-necessary');
  });

  test('loans: the contact list is never needed, a face is left to the officer', () => {
    expect(necessityOf('contacts', 'S4')).toBe('not-necessary');
    expect(necessityOf('biometric', 'S4', null, 'loan')).toBe('cannot-tell');
  });

  test('a step the lists do not name falls back to what all steps share', () => {
    expect(necessityOf('phone', 'S1', 'dine-in', 'invoice')).toBe('cannot-tell');
    expect(necessityOf('birth-date', 'S1', 'dine-in', 'invoice')).toBe('not-necessary');
  });

  test('technical by-products are never concluded from silence', () => {
    for (const category of ['ip-address', 'device-id', 'platform-id', 'free-text'] as const) {
      expect(necessityOf(category, 'S2')).toBe('cannot-tell');
    }
  });

  test('no scene: everything is unknown; an unknown scene is an error', () => {
    expect(necessaryFor(null)).toMatchObject({ allowed: [], forbidden: [], confidence: 'U', unknown: [...PI_CATEGORY_IDS] });
    expect(() => necessaryFor('S99')).toThrow(RangeError);
  });

  test('the four lists split all categories, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...scenes.map((scene) => scene.code)),
        fc.constantFrom(null, 'dine-in', 'pick-up', 'delivery', 'online', 'nowhere'),
        fc.constantFrom(null, 'queue', 'enrolment', 'scan', 'never'),
        (scene, channel, step) => {
          const { allowed, optional, forbidden, unknown } = necessaryFor(scene, channel, step);
          expect([...allowed, ...optional, ...forbidden, ...unknown].toSorted()).toEqual([...PI_CATEGORY_IDS].toSorted());
        },
      ),
      { numRuns: 200 },
    );
  });
});
