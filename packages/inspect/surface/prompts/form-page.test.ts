import { expect, test } from 'vitest';
import type { ControlReading, FieldReading, PromptReading } from '../model.ts';
import { isFormPage } from './form-page.ts';

// Nodes 10–19 lie within node 1; the rest of the page does not.
const within = (node: number, ancestor: number) => ancestor === 1 && node >= 10 && node < 20;
const prompt = { role: 'consent', node: 1 } as unknown as PromptReading;
const field = (node: number) => ({ categories: ['phone'], node }) as unknown as FieldReading;
const send = (node: number) => ({ dangerous: true, node }) as unknown as ControlReading;

test('a page with several fields and a sending control is a form page', () => {
  expect(isFormPage(prompt, [field(11), field(12)], [send(13)], within)).toBe(true);
});

test('a consent dialog with no or one field, or a log-in layer, stays a prompt', () => {
  expect(isFormPage(prompt, [], [send(13)], within)).toBe(false);
  expect(isFormPage(prompt, [field(11)], [send(13)], within)).toBe(false);
  expect(isFormPage({ ...prompt, role: 'login' }, [field(11), field(12)], [send(13)], within)).toBe(false);
});

test('a layer over a form is a prompt: the fields are behind it, not in it', () => {
  expect(isFormPage(prompt, [field(31), field(32)], [send(33)], within)).toBe(false);
});
