import { lookup, Resolver } from 'node:dns/promises';
import { connect, createServer, isIP, type AddressInfo, type Socket } from 'node:net';
import { isPublicAddress, type PrivateAllowance } from './address.ts';

export interface TunnelOptions {
  readonly allow: PrivateAllowance;
  /** `host` or `host:port` → `address:port`, for sample shops that have names but no records. */
  readonly hostMap?: ReadonlyMap<string, string>;
  readonly maxBytes?: number;
  readonly maxConnections?: number;
  readonly onRefused?: (refusal: Refusal) => void;
}

export interface Refusal {
  readonly host: string;
  readonly port: number;
  readonly reason: 'private-address' | 'cap';
  readonly detail: string;
}

export interface Tunnel {
  readonly port: number;
  readonly dns: () => readonly { readonly host: string; readonly addresses: readonly string[]; readonly cname: readonly string[] }[];
  readonly peers: () => readonly { readonly host: string; readonly port: number; readonly address: string }[];
  readonly bytes: () => number;
  close(): Promise<void>;
}

const REPLY = { ok: 0, refused: 2, unreachable: 4, failed: 1 } as const;

/**
 * SOCKS5 server of one arm (RFC 1928, CONNECT only, names resolved here). Every connection of the browser context goes through it:
 * it resolves, refuses what is not public unless allowed, and dials exactly the address it checked, so that a second answer of the
 * name server cannot lead elsewhere. TLS passes untouched.
 */
export async function openTunnel(options: TunnelOptions): Promise<Tunnel> {
  const { allow, hostMap, maxBytes = 256 * 1024 * 1024, maxConnections = 2000 } = options;
  const answers = new Map<string, readonly string[]>();
  const aliases = new Map<string, readonly string[]>();
  const peers = new Map<string, { host: string; port: number; address: string }>();
  const sockets = new Set<Socket>();
  let bytes = 0;
  let connections = 0;

  const server = createServer({ noDelay: true }, (client) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    handshake(client, (host, port) => void open(client, host, port));
  });

  async function open(client: Socket, host: string, port: number): Promise<void> {
    connections += 1;
    const refuse = (reason: Refusal['reason'], detail: string) => {
      options.onRefused?.({ host, port, reason, detail });
      reply(client, REPLY.refused);
      client.end();
    };
    if (connections > maxConnections || bytes > maxBytes) return refuse('cap', `${connections} connections, ${bytes} bytes`);
    const mapped = hostMap?.get(`${host}:${port}`) ?? hostMap?.get(host);
    let target: { address: string; port: number };
    if (mapped) {
      const [address = '', to] = mapped.split(/:(?=\d+$)/);
      target = { address, port: Number(to ?? port) };
    } else {
      const addresses = await resolve(host).catch(() => []);
      if (addresses.length === 0) {
        reply(client, REPLY.unreachable);
        client.end();
        return;
      }
      const usable = addresses.find((address) => isPublicAddress(address) || allow(host, port, address));
      if (usable === undefined) return refuse('private-address', addresses.join(', '));
      target = { address: usable, port };
    }
    answers.set(host, [...new Set([...(answers.get(host) ?? []), target.address])]);
    if (!mapped && !aliases.has(host)) {
      aliases.set(host, []);
      void aliasesOf(host).then((names) => aliases.set(host, names));
    }
    peers.set(`${host}:${port}`, { host, port, address: target.address });
    const far = connect({ host: target.address, port: target.port, noDelay: true });
    sockets.add(far);
    far.on('close', () => sockets.delete(far));
    far.once('connect', () => {
      reply(client, REPLY.ok);
      const count = (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= maxBytes) return;
        options.onRefused?.({ host, port, reason: 'cap', detail: `${bytes} bytes` });
        client.destroy();
        far.destroy();
      };
      far.on('data', count);
      far.pipe(client);
      client.pipe(far);
    });
    far.on('error', () => {
      if (!client.destroyed && far.connecting === false && client.bytesWritten < 3) reply(client, REPLY.failed);
      client.end();
    });
    client.on('close', () => far.destroy());
    far.on('close', () => client.end());
  }

  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  // A visit that was broken off must not keep the program alive.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    dns: () =>
      [...answers]
        .map(([host, addresses]) => ({ host, addresses, cname: aliases.get(host) ?? [] }))
        .sort((a, b) => (a.host < b.host ? -1 : 1)),
    peers: () => [...peers.values()].sort((a, b) => (a.host < b.host ? -1 : 1)),
    bytes: () => bytes,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

async function resolve(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1'];
  const found = await lookup(host, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
}

const ALIAS_DEPTH = 4;

/**
 * Chain of canonical names of a host: a sub-domain of the shop that is an alias of a measurement service is that service.
 * Best effort and never waited for: a name server that does not answer leaves the chain empty.
 */
async function aliasesOf(host: string): Promise<readonly string[]> {
  if (isIP(host) || /(^|\.)(localhost|test|invalid|example)$/.test(host)) return [];
  const resolver = new Resolver({ timeout: 800, tries: 1 });
  const names: string[] = [];
  try {
    for (let name = host; names.length < ALIAS_DEPTH; ) {
      const [next] = await resolver.resolveCname(name);
      if (next === undefined || names.includes(next)) break;
      names.push(next);
      name = next;
    }
  } catch {
    // No alias, or no answer: both leave what was found.
  }
  return names;
}

function reply(client: Socket, code: number): void {
  if (client.writable) client.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]));
}

/** Greeting and request. Anything but CONNECT without authentication ends the connection. */
function handshake(client: Socket, connectTo: (host: string, port: number) => void): void {
  let buffer = Buffer.alloc(0);
  let greeted = false;
  const onData = (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    if (!greeted) {
      if (buffer.length < 2 || buffer.length < 2 + (buffer[1] ?? 0)) return;
      if (buffer[0] !== 5) return void client.destroy();
      buffer = buffer.subarray(2 + (buffer[1] ?? 0));
      greeted = true;
      client.write(Buffer.from([5, 0]));
    }
    const request = parseRequest(buffer);
    if (request === null) return;
    client.off('data', onData);
    client.pause();
    if (request === 'bad') return void client.destroy();
    connectTo(request.host, request.port);
  };
  client.on('data', onData);
}

function parseRequest(buffer: Buffer): { host: string; port: number } | 'bad' | null {
  if (buffer.length < 5) return null;
  if (buffer[0] !== 5 || buffer[1] !== 1) return 'bad';
  const kind = buffer[3];
  const length = kind === 1 ? 4 : kind === 4 ? 16 : kind === 3 ? 1 + (buffer[4] ?? 0) : -1;
  if (length < 0) return 'bad';
  if (buffer.length < 4 + length + 2) return null;
  const port = buffer.readUInt16BE(4 + length);
  if (kind === 1) return { host: [...buffer.subarray(4, 8)].join('.'), port };
  if (kind === 3)
    return {
      host: buffer
        .subarray(5, 4 + length)
        .toString('latin1')
        .toLowerCase()
        .replace(/\.$/, ''),
      port,
    };
  const groups = Array.from({ length: 8 }, (_, index) => buffer.readUInt16BE(4 + index * 2).toString(16));
  return { host: groups.join(':'), port };
}
