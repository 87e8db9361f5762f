import {
  type BrowserPool,
  type Language,
  type Report,
  reportHtml,
  reportJson,
  reportPdf,
  reportsSarif,
  reportText,
  type StoredCapture,
} from '@liangjian/inspect';

export const FORMATS = ['text', 'json', 'html', 'sarif', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

export interface Rendering {
  readonly language: Language;
  readonly colour: boolean;
  readonly columns: number | undefined;
}

/** What a terminal of this run can show. */
export function renderingOf(language: Language, out: NodeJS.WriteStream = process.stdout): Rendering {
  return { language, colour: out.isTTY === true && !process.env['NO_COLOR'], columns: out.isTTY ? out.columns : undefined };
}

/** Report as the bytes of a format; `stored` gives the pictures, `pool` the browser that prints. */
export async function rendered(
  format: Format,
  report: Report,
  stored: StoredCapture,
  rendering: Rendering,
  pool: BrowserPool,
): Promise<Buffer> {
  const { language, colour, columns } = rendering;
  switch (format) {
    case 'json':
      return Buffer.from(`${reportJson(report)}\n`);
    case 'html':
      return Buffer.from(reportHtml(report, stored, language));
    case 'sarif':
      return Buffer.from(`${reportsSarif([report], language)}\n`);
    case 'pdf':
      return reportPdf(reportHtml(report, stored, language), pool, language);
    case 'text':
      return Buffer.from(reportText(report, { language, colour, ...(columns === undefined ? {} : { columns }) }));
  }
}
