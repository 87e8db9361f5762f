import { type BrowserPool, type Language, type Report, reportJson, reportText, type StoredCapture } from '@liangjian/inspect';

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

/** Report as the bytes of a format; `stored` gives the pictures. */
export async function rendered(format: Format, report: Report, _stored: StoredCapture, rendering: Rendering, _pool: BrowserPool): Promise<Buffer> {
  switch (format) {
    case 'json':
      return Buffer.from(`${reportJson(report)}\n`);
    default: {
      const { language, colour, columns } = rendering;
      return Buffer.from(reportText(report, { language, colour, ...(columns === undefined ? {} : { columns }) }));
    }
  }
}
