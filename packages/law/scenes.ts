import type { Requirement } from './requirement.ts';
import { requirements } from './requirements/index.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.data.ts';

const byCode: ReadonlyMap<string, Scene> = new Map(scenes.map((scene) => [scene.code, scene]));

/** Scene by code, or undefined. */
export function findScene(code: string): Scene | undefined {
  return byCode.get(code);
}

/** The scene and those it extends, nearest first (`N1` → N1, S12, S10). Throws a RangeError for an unknown code. */
export function sceneChain(code: string): readonly Scene[] {
  const chain: Scene[] = [];
  for (let next: string | null = code; next !== null; ) {
    const scene = byCode.get(next);
    if (scene === undefined) throw new RangeError(`unknown scene ${next}`);
    if (chain.includes(scene)) throw new RangeError(`scene ${code} extends itself`);
    chain.push(scene);
    next = scene.extends;
  }
  return chain;
}

/** True when the scene belongs to the campaign of that year. */
export function sceneActiveIn(scene: Scene, year: number): boolean {
  return year >= scene.fromYear && (scene.toYear === null || year <= scene.toYear);
}

/**
 * Rows that hold for a scene and channel: the common rows, the scene's own, and those of the scenes it extends.
 * A null scene gives the common rows only; a null channel keeps rows of every channel (the channel is not known, not absent).
 * Throws a RangeError for an unknown scene.
 */
export function requirementsFor(scene: string | null, channel: string | null = null): readonly Requirement[] {
  const codes = scene === null ? [] : sceneChain(scene).map((one) => one.code);
  return requirements.filter((row) => {
    if (row.scenes.length === 0) return true;
    if (!row.scenes.some((code) => codes.includes(code))) return false;
    return channel === null || row.channel === undefined || row.channel === 'chain' || row.channel === channel;
  });
}
