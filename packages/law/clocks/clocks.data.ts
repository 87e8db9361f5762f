import { cacClocks } from './cac.data.ts';
import type { Clock } from './clock.ts';
import { complaintClocks } from './complaints.data.ts';
import { creditClocks } from './credit.data.ts';
import { decisionClocks } from './decision.data.ts';
import { evidenceClocks } from './evidence.data.ts';
import { executionClocks } from './execution.data.ts';
import { hearingClocks } from './hearing.data.ts';
import { transferClocks } from './transfer.data.ts';

/** Every statutory clock the house knows, in the order of a case. Rows with several limits are split: `T26a`, `T26b`. */
export const clocks: readonly Clock[] = [
  ...complaintClocks,
  ...evidenceClocks,
  ...hearingClocks,
  ...decisionClocks,
  ...executionClocks,
  ...creditClocks,
  ...transferClocks,
  ...cacClocks,
];
