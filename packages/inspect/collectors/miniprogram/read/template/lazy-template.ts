import type { ProgramFile, Template } from '../../program.ts';
import type { ReadLimits } from '../limits.ts';
import { parseTemplate } from './parse.ts';

/** A template that is parsed when somebody looks at it: those of libraries hardly ever are. `to` null means the end of the text. */
export function lazyTemplate(file: ProgramFile, from: number, to: number | null, limits: ReadLimits): Template {
  let nodes: Template['nodes'] | null = null;
  return {
    file,
    compiled: false,
    get nodes() {
      if (nodes === null) {
        const { text } = file;
        nodes = parseTemplate(text, from, to ?? text.length, limits.nodes).nodes;
      }
      return nodes;
    },
  };
}
