import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from './open-store.ts';
import { schemaText } from './schema-text.ts';

/** `node packages/platform/store/write-schema.ts`: after a migration, writes what TypeScript knows of the tables. */
const data = mkdtempSync(join(tmpdir(), 'liangjian-schema-'));
const store = await openStore({ data });
const client = new pg.Client(store.addressOf('liangjian_migrate'));
await client.connect();
writeFileSync(join(import.meta.dirname, 'schema.ts'), await schemaText(client));
await client.end();
await store.stop();
rmSync(data, { recursive: true, force: true });
