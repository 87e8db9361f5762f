import type { Requirement } from '../requirement.ts';
import { commonConsentRows } from './common-consent.data.ts';
import { commonMarketingRows } from './common-marketing.data.ts';
import { commonNecessityRows } from './common-necessity.data.ts';
import { commonPolicyRows } from './common-policy.data.ts';
import { commonRightsRows } from './common-rights.data.ts';
import { commonSecurityRows } from './common-security.data.ts';

/** Rows G01–G57: they hold in every scene, for Apps, mini-programs, H5 pages and official accounts alike. */
export const commonRows: readonly Requirement[] = [
  ...commonPolicyRows,
  ...commonConsentRows,
  ...commonNecessityRows,
  ...commonRightsRows,
  ...commonSecurityRows,
  ...commonMarketingRows,
];
