import { argv } from 'node:process';
import { startServer } from '../server/start.ts';

/** `hold-server.ts <folder>`: starts a server, says so to its parent, and waits to be killed. */
const server = await startServer(argv[2] ?? '', { durable: false });
process.send?.({ pid: server.pid });
setInterval(() => undefined, 60_000);
