import { guessChannel, guessScene, type SceneGuess } from '../../facts/guess-scene.ts';
import type { ProgramModel } from './model/program-model.ts';
import type { Program, Template } from './program.ts';

const MOST_PAGES = 8;
const MOST_CHARACTERS = 20_000;

export interface ProgramScene extends SceneGuess {
  readonly channel: string | null;
}

/**
 * What a program is for, by titles of its pages, the words of its first pages and of what it asks for. The titles alone are tried first:
 * a shop's tabs say what it is, while its help pages speak of everything.
 */
export function sceneOfProgram(program: Program, model: ProgramModel): ProgramScene {
  const { pages, entry, tabBar } = program.config;
  const titles = pages.flatMap(({ title }) => title ?? []).join('\n');
  const first = new Set([...(entry ? [entry] : []), ...tabBar, ...pages.slice(0, 2).map(({ path }) => path)]);
  const shown = [...first].slice(0, MOST_PAGES).map((path) => wordsOf(program.templates.get(path)));
  const asked = model.points.flatMap(({ label, reason }) => [label, reason ?? '']);
  const words = [titles, ...shown, ...asked].join('\n').slice(0, MOST_CHARACTERS);
  const byTitle = guessScene(titles);
  const guess = byTitle.scene ? byTitle : guessScene(words);
  return { ...guess, channel: guessChannel(guess.scene, words, '') };
}

function wordsOf(template: Template | undefined): string {
  const words: string[] = [];
  const visit = (nodes: Template['nodes']): void => {
    for (const node of nodes) {
      if ('text' in node) words.push(node.text.replaceAll(/\{\{[^}]*\}\}/g, ' ').trim());
      else visit(node.children);
    }
  };
  if (template?.file.origin === 'own') visit(template.nodes);
  return words.filter((word) => word !== '').join('\n');
}
