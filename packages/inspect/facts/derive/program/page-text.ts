import type { Template, TemplateNode, TemplateText } from '../../../collectors/miniprogram/program.ts';

/** Words of a page with a line for each piece of text, and where in its file each line begins. */
export interface PageText {
  readonly text: string;
  /** Offset in the file of a character of `text`. */
  readonly inFile: (offset: number) => number;
}

/** Legal texts are read by their lines; a template has one for each block. Pieces of one line of the source stay together. */
export function pageText(template: Template): PageText {
  const starts: { readonly at: number; readonly file: number }[] = [];
  let text = '';
  const visit = (nodes: readonly (TemplateNode | TemplateText)[]): void => {
    for (const node of nodes) {
      if (!('text' in node)) {
        visit(node.children);
        continue;
      }
      const lead = node.text.length - node.text.trimStart().length;
      const words = node.text.trim();
      if (words === '') continue;
      starts.push({ at: text.length, file: node.start + lead });
      text += `${words}\n`;
    }
  };
  visit(template.nodes);
  return {
    text,
    inFile(offset) {
      const start = starts.findLast(({ at }) => at <= offset) ?? { at: 0, file: 0 };
      return start.file + offset - start.at;
    },
  };
}
