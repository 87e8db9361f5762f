import { Fault } from '../fault.ts';

/** Collects a repeatable option. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Whole number within bounds. Throws `bad-argument`. */
export const whole =
  (name: string, least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) throw new Fault('bad-argument', `${name} ${text}: ${least}–${most}`);
    return value;
  };
