import type { ProgramFile, Template } from '../../../../collectors/miniprogram/program.ts';
import { parseTemplate } from '../../../../collectors/miniprogram/read/template/parse.ts';

/** The template of a made-up file. */
export const TEMPLATE = (file: ProgramFile): Template => ({
  file,
  nodes: parseTemplate(file.text, 0, file.text.length, 10_000).nodes,
  compiled: false,
});
