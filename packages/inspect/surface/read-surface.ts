import { readControls } from './controls/read-controls.ts';
import { readDisplays } from './displays/read-displays.ts';
import { readFields } from './fields/read-fields.ts';
import { readLinks } from './links/read-links.ts';
import type { PromptReading, SurfaceReading } from './model.ts';
import { readPictures } from './pictures/read-pictures.ts';
import { isFormPage } from './prompts/form-page.ts';
import { readPrompts } from './prompts/prompts.ts';
import type { RecognisedWord } from './prompts/recognised.ts';
import { readerOf } from './reader.ts';
import type { RecognisedPicture, Surface } from './surface.ts';
import { readTicks } from './ticks/read-ticks.ts';

export interface SurfaceExtras {
  /** Words read in pictures by a person or a recogniser, instead of those stored with the surface. */
  readonly recognisedText?: readonly RecognisedPicture[];
}

/** Everything the surface model reads off one surface. Pure: the same surface gives the same reading. */
export function readSurface(surface: Surface, extras: SurfaceExtras = {}): SurfaceReading {
  const reader = readerOf(surface);
  const recognised = new Map<number, readonly RecognisedWord[]>(
    (extras.recognisedText ?? surface.recognised ?? []).map(({ node, words }) => [node, words] as const),
  );
  const ticks = readTicks(surface);
  const bare = readPrompts(surface, recognised);
  const links = readLinks(surface, bare);
  const fields = readFields(surface);
  const controls = readControls(surface);
  const layers = bare.filter((prompt) => !isFormPage(prompt, fields, controls, reader.within));
  const prompts = layers.map(
    (prompt): PromptReading => ({
      ...prompt,
      // A drawn tick can be pressed, but it is no answer.
      choices: prompt.choices.filter(
        (choice) => !ticks.some((tick) => reader.within(choice.node, tick.node) || (choice.node === tick.press && choice.role === 'other')),
      ),
      ticks: ticks.filter((tick) => reader.within(tick.node, prompt.node)).map((tick) => tick.node),
      links: links.filter((link) => reader.within(link.node, prompt.node)).map((link) => link.node),
    }),
  );
  return {
    prompts,
    ticks,
    fields,
    links,
    controls,
    displays: readDisplays(surface),
    pictures: readPictures(surface, bare),
    text: surface.nodes.length > 0 ? reader.textOf(0) : '',
  };
}
