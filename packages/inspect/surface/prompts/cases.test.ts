import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptReading } from '../model.ts';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readPrompts } from './prompts.ts';

/** What a case promises: `<name>.json` beside `<name>.html`. All text in the cases is invented. */
interface Expected {
  /** Nothing is put in front of the consumer. */
  readonly none?: boolean;
  readonly role?: string;
  readonly notRole?: string;
  readonly blocking?: boolean;
  readonly rendered?: string;
  readonly purposes?: readonly string[];
  /** Role, part of the text, weight. */
  readonly choices?: readonly (readonly [string, string, string?])[];
  /** Other hosts' pages, milliseconds to wait, script to run. */
  readonly others?: Record<string, string>;
  readonly wait?: number;
  readonly script?: string;
  readonly width?: number;
  readonly height?: number;
  /** Further prompts lie beneath; the first is judged. */
  readonly allowExtra?: boolean;
}

const folder = join(import.meta.dirname, 'cases');
const menu = readFileSync(join(folder, 'menu.part'), 'utf8');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -5));

let surfaces: HtmlSurfaces;
beforeAll(async () => {
  surfaces = await openHtmlSurfaces();
});
afterAll(() => surfaces.close());

async function read(name: string): Promise<{ prompts: PromptReading[]; expected: Expected }> {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected;
  const html = readFileSync(join(folder, `${name}.html`), 'utf8').replace('<!--menu-->', menu);
  const surface = await surfaces.surface(html, {
    wait: expected.wait ?? (expected.others ? 300 : 0),
    ...(expected.others ? { others: expected.others } : {}),
    ...(expected.script ? { script: expected.script } : {}),
    ...(expected.width && expected.height ? { width: expected.width, height: expected.height } : {}),
  });
  return { prompts: readPrompts(surface), expected };
}

describe('prompts of real pages', () => {
  it.each(names)('%s', async (name) => {
    const { prompts, expected } = await read(name);
    if (!name.startsWith('consent')) expect(prompts.map((prompt) => prompt.role)).not.toContain('consent');
    if (expected.none) {
      expect(prompts.map((prompt) => [prompt.role, prompt.text])).toEqual([]);
      return;
    }
    const [prompt, ...more] = prompts;
    expect(prompt).toBeDefined();
    if (!prompt) return;
    if (!expected.allowExtra) expect(more.map((extra) => [extra.role, extra.text])).toEqual([]);
    if (expected.role) expect([prompt.role, prompt.why]).toEqual([expected.role, prompt.why]);
    if (expected.notRole) expect(prompt.role).not.toBe(expected.notRole);
    if (expected.blocking !== undefined) expect(prompt.blocking).toBe(expected.blocking);
    if (expected.rendered) expect(prompt.rendered).toBe(expected.rendered);
    if (expected.purposes) expect([...prompt.purposes].sort()).toEqual([...expected.purposes].sort());
    for (const [role, text, weight] of expected.choices ?? []) {
      const choice = prompt.choices.find((each) => each.role === role && each.text.includes(text));
      expect(choice, `${role} ${text} among ${prompt.choices.map((each) => `${each.role}:${each.text}`)}`).toBeDefined();
      if (weight) expect([text, choice?.weight]).toEqual([text, weight]);
    }
  });
});
