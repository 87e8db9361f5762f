import type { SurfaceReading } from '../model.ts';

/** A page with fewer words speaks through its picture, if it speaks at all. */
const FEW_WORDS = 120;
/** So many words on a page with nothing to go on with: what leads on may stand in the picture. */
const SOME_WORDS = 600;

/** Whether the pictures of a page may carry what it has to say: there is hardly a word, or nothing to press or type that leads on. */
export function speaksByPicture({ text, controls, fields }: Pick<SurfaceReading, 'text' | 'controls' | 'fields'>): boolean {
  const words = text.replaceAll(/\s/g, '').length;
  const leadsOn = fields.length > 0 || controls.some(({ role, dangerous }) => dangerous || role === 'forward' || role === 'choice');
  return words <= FEW_WORDS || (!leadsOn && words <= SOME_WORDS);
}
