export { DEMONSTRATION_CUSTODIANS, foundDemonstration } from './demonstration.ts';
export { installationContext, openPlatform, type Platform, type PlatformOptions } from './open-platform.ts';
