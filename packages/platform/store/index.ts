export { type Context, contextArguments, logInContext, portalContext, workerContext } from './context.ts';
export { type Address, connect, type Db, type Tx } from './connect.ts';
export { StoreFault, type StoreFaultCode } from './fault.ts';
export { openStore, type Store, type StoreOptions } from './open-store.ts';
export type { Schema } from './schema.ts';
export { within } from './within.ts';
