import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { Answer, Job, OcrLine } from './ocr.ts';

/** Thread that reads letters off pictures: the engine is native code over hostile bytes, so it lives in a thread of wasm that can be ended. */

interface Engine {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => Reader;
}

interface Reader {
  Init(folder: string | null, language: string, engine: number, config?: string): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(orientation: number, angle: number): number;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(progress: null): number;
  GetJSONText(): string;
}

/** Long short-term memory network only; the older engine needs 18 MB more of data and reads Chinese worse. */
const NETWORK_ONLY = 1;
const here = createRequire(import.meta.url);

async function openReader(): Promise<{ engine: Engine; reader: Reader }> {
  // Not the "relaxed" build: its sums depend on the processor, and the same picture must give the same words everywhere.
  const open = here('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Engine>;
  const quiet = () => {};
  const engine = await open({ print: quiet, printErr: quiet, TesseractProgress: quiet });
  const data = here.resolve('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz');
  engine.FS.writeFile('./chi_sim.traineddata', gunzipSync(readFileSync(data)));
  const reader = new engine.TessBaseAPI();
  if (reader.Init(null, 'chi_sim', NETWORK_ONLY) === -1) throw new Error('no language data');
  reader.SetVariable('debug_file', '/dev/null');
  return { engine, reader };
}

interface Page {
  readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly OcrLine[] }[] }[] | null;
}

const opened = openReader();

async function answer({ id, bytes, region, passes }: Job): Promise<Answer> {
  try {
    const { engine, reader } = await opened;
    engine.FS.writeFile('/input', bytes);
    const read = passes.map(({ layout, threshold }): OcrLine[] => {
      reader.SetVariable('tessedit_pageseg_mode', layout);
      reader.SetVariable('thresholding_method', threshold);
      if (reader.SetImageFile(1, 0) === 1) throw new Error('picture unreadable');
      reader.SetRectangle(region.left, region.top, region.width, region.height);
      reader.Recognize(null);
      const page = JSON.parse(reader.GetJSONText()) as Page;
      const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.map(({ words }) => ({ words: words.map(({ text, confidence, bbox }) => ({ text, confidence, bbox })) }));
    });
    return { id, read };
  } catch (error) {
    return { id, read: null, why: String(error).slice(0, 200) };
  }
}

parentPort?.on('message', (job: Job) => void answer(job).then((result) => parentPort?.postMessage(result)));
