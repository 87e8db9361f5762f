import { expect, test } from 'vitest';
import type { ControlReading, FieldReading, PromptReading } from '../model.ts';
import { isFormPage } from './form-page.ts';

const box = { x: 0, y: 0, width: 390, height: 844 };
const prompt = { role: 'consent', box } as unknown as PromptReading;
const field = (y: number) => ({ categories: ['phone'], box: { x: 10, y, width: 300, height: 40 } }) as unknown as FieldReading;
const send = { dangerous: true, box: { x: 10, y: 700, width: 300, height: 40 } } as unknown as ControlReading;

test('a page with several fields and a sending control is a form page', () => {
  expect(isFormPage(prompt, [field(100), field(200)], [send])).toBe(true);
});

test('a consent dialog with no or one field, or a log-in layer, stays a prompt', () => {
  expect(isFormPage(prompt, [], [send])).toBe(false);
  expect(isFormPage(prompt, [field(100)], [send])).toBe(false);
  expect(isFormPage({ ...prompt, role: 'login' }, [field(100), field(200)], [send])).toBe(false);
});

test('fields behind the dialog do not make it one', () => {
  const dialog = { ...prompt, box: { x: 20, y: 300, width: 350, height: 200 } } as PromptReading;
  expect(isFormPage(dialog, [field(100), field(200)], [send])).toBe(false);
});
