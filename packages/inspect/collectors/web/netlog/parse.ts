/** One request as the browser's own network log tells of it; a redirect makes a further one. */
export interface NetLogRequest {
  readonly url: string;
  readonly method: string;
  /** Origin that asked for it, `not an origin` for the address bar. */
  readonly initiator: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The events we read, out of some hundreds of kinds. */
const WANTED = [
  'URL_REQUEST_START_JOB',
  'HTTP_STREAM_JOB_CONTROLLER_BOUND',
  'HTTP_STREAM_JOB_CONTROLLER_PROXY_SERVER_RESOLVED',
  'HTTP_TRANSACTION_SEND_REQUEST_HEADERS',
  'HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS',
] as const;
type Wanted = (typeof WANTED)[number];

interface LogEvent {
  readonly type: number;
  readonly time: string;
  readonly source: { readonly id: number };
  readonly params?: {
    readonly url?: string;
    readonly method?: string;
    readonly initiator?: string;
    readonly proxy_chain?: string;
    readonly headers?: readonly string[];
    readonly source_dependency?: { readonly id: number };
  };
}

interface Hop {
  url: string;
  method: string;
  initiator: string;
  at: number;
  headers: Record<string, string>;
}

/**
 * Reads Chromium's net-log line by line, also of a file that is still being written. Every request is tied to its arm by proof: the
 * log names the stream controller of a request and the proxy of that controller, and each arm has a proxy port of its own.
 */
export function readNetLog() {
  const kinds = new Map<number, Wanted>();
  const requests = new Map<number, { hops: Hop[]; controllers: number[] }>();
  const ports = new Map<number, number>();
  let offset = 0;

  function header(line: string): void {
    const { constants } = JSON.parse(`${line.replace(/,\s*$/, '')}}`) as {
      constants: { logEventTypes: Record<string, number>; timeTickOffset: number | string };
    };
    offset = Number(constants.timeTickOffset);
    for (const name of WANTED) {
      const type = constants.logEventTypes[name];
      if (type !== undefined) kinds.set(type, name);
    }
  }

  function take({ type, time, source, params = {} }: LogEvent): void {
    const kind = kinds.get(type);
    const known = requests.get(source.id);
    if (kind === 'URL_REQUEST_START_JOB') {
      const entry = known ?? { hops: [], controllers: [] };
      if (params.url !== undefined)
        entry.hops.push({
          url: params.url,
          method: params.method ?? 'GET',
          initiator: params.initiator ?? '',
          at: Number(time) + offset,
          headers: {},
        });
      requests.set(source.id, entry);
    } else if (kind === 'HTTP_STREAM_JOB_CONTROLLER_BOUND') {
      if (params.source_dependency) known?.controllers.push(params.source_dependency.id);
    } else if (kind === 'HTTP_STREAM_JOB_CONTROLLER_PROXY_SERVER_RESOLVED') {
      const port = /socks5:\/\/127\.0\.0\.1:(\d+)/.exec(params.proxy_chain ?? '')?.[1];
      if (port !== undefined) ports.set(source.id, Number(port));
    } else {
      const hop = known?.hops.at(-1);
      for (const line of params.headers ?? []) {
        const at = line.indexOf(': ');
        if (hop && at > 0) hop.headers[line.slice(0, at).toLowerCase()] = line.slice(at + 2);
      }
    }
  }

  return {
    line(text: string): void {
      if (text.startsWith('{"constants"')) return header(text);
      const type = /"type":(\d+)\}\]?,?\s*$/.exec(text)?.[1];
      if (type === undefined || !kinds.has(Number(type))) return;
      try {
        take(JSON.parse(text.replace(/\]?,?\s*$/, '')) as LogEvent);
      } catch {
        // A line cut by a crash: the rest of the file says nothing more.
      }
    },
    /** All requests that went to the proxy at this port, in order of their start. */
    ofPort(port: number): NetLogRequest[] {
      return [...requests.values()]
        .filter((entry) => entry.controllers.some((controller) => ports.get(controller) === port))
        .flatMap((entry) => entry.hops)
        .sort((a, b) => a.at - b.at);
    },
    has: (url: string): boolean => [...requests.values()].some((entry) => entry.hops.some((hop) => hop.url === url)),
    /** Drops what belongs to a port, once its arm is done. */
    forget(port: number): void {
      for (const [id, entry] of requests) if (entry.controllers.some((controller) => ports.get(controller) === port)) requests.delete(id);
      for (const [id, of] of ports) if (of === port) ports.delete(id);
    },
  };
}
