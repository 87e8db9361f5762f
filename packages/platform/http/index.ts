export { type ConsoleOptions, openConsole } from './console/open-console.ts';
export { type FrameOptions, openFrame } from './frame.ts';
export { type Log, type LogFields, openLog } from './log.ts';
export { entryOf, type Problem, problemOf } from './problem.ts';
export { sourceOf } from './source.ts';
