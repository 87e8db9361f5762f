import type { PiCategory } from '@liangjian/law';

export type ServiceCategory =
  | 'platform'
  | 'analytics'
  | 'session-replay'
  | 'advertising'
  | 'push'
  | 'map'
  | 'customer-service'
  | 'risk-control'
  | 'captcha'
  | 'number-login'
  | 'face-identity'
  | 'payment'
  | 'static-library'
  | 'tag-manager'
  | 'monitoring'
  | 'ab-test'
  | 'form'
  | 'crm'
  | 'video'
  | 'social'
  | 'order-saas'
  | 'consent-tool';

/** One entry of our own dated list of services met on consumer pages. */
export interface Service {
  readonly id: string;
  /** Legal name where known, else the brand. */
  readonly company: string;
  readonly category: ServiceCategory;
  /** Host suffixes: `umeng.com` covers `log.umeng.com`. */
  readonly hosts: readonly string[];
  /** When given, only these path prefixes of the hosts belong to the service. */
  readonly paths?: readonly string[];
  /** What it normally receives by its own documentation; never proof of what it received in a visit. */
  readonly carries: readonly PiCategory[];
  readonly source: string;
  /** Day the entry was last looked at, ISO date. */
  readonly asOf: string;
  readonly confidence: 'high' | 'medium';
}
