import type { Report } from '@liangjian/inspect';

/** Exit status of one report: 1 at least one `fail` that nobody set aside with a reason, 3 seen in part, else 0. */
export function statusOfReport(report: Report): 0 | 1 | 3 {
  if (report.outcomes.some((one) => one.outcome === 'fail' && one.waived !== true)) return 1;
  // Ending at payment is the end of every visit: we never pay.
  const stoppedShort = report.arms.length > 0 && report.arms.every((arm) => arm.stoppedBy !== null && arm.stoppedBy !== 'payment');
  const partly =
    stoppedShort || report.coverage.notRead.length > 0 || report.arms.some((arm) => !arm.complete || arm.completeness.missing > 0);
  return partly ? 3 : 0;
}

/** Exit status of several targets. A fail counts before all else; a target that could not be seen makes the whole partial. */
export function statusOfAll(statuses: readonly (0 | 1 | 2 | 3)[]): 0 | 1 | 2 | 3 {
  if (statuses.includes(1)) return 1;
  if (statuses.length > 0 && statuses.every((status) => status === 2)) return 2;
  return statuses.some((status) => status !== 0) ? 3 : 0;
}
