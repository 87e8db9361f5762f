export { ACCOUNTS_FILE, foundDemonstration, foundDemonstrationCustodians } from './demonstration/index.ts';
export { firstAdministrator, installationContext, openPlatform, type Platform, type PlatformOptions } from './open-platform.ts';
export { importFile, orderDesk } from './order-desk.ts';
export { startWorker, type WorkerOptions } from './worker.ts';
export { admitCustodian, type Founded, foundCustody, type NewCustodian } from './custodians.ts';
