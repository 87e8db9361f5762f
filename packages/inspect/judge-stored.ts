import type { StoredCapture } from './capture/read-capture.ts';
import { judgeStoredProgram } from './collectors/miniprogram/collect.ts';
import { judgeCapture } from './judge.ts';
import type { Report } from './report/report.ts';

/** Judges whatever was stored by the rules of today: a visit, or a program that is read again. No network. @throws CaptureDamaged */
export const judgeStored = async (stored: StoredCapture): Promise<Report> => (await judgeStoredProgram(stored)) ?? judgeCapture(stored);
