import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The only fields a log line may have. A line is built from these and nothing else, so that a new field of a request can never reach
 * a log by itself: no address, no path with an id, no query, no header, no body, no message of an error.
 */
const FIELDS = ['face', 'event', 'request', 'method', 'route', 'status', 'ms', 'code', 'job', 'count', 'version', 'port', 'state'] as const;
export type LogFields = Partial<Readonly<Record<(typeof FIELDS)[number], string | number | boolean>>>;

export interface Log {
  readonly info: (fields: LogFields) => void;
  readonly warn: (fields: LogFields) => void;
  readonly error: (fields: LogFields) => void;
}

const MAX_TEXT = 200;

/** Structured log with allowed fields only; `destination` is standard output when left out. */
export function openLog(face: string, destination?: DestinationStream): Log {
  const options = { base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  const logger: Logger = destination ? pino(options, destination) : pino(options);
  const line = (fields: LogFields): LogFields => {
    const allowed = FIELDS.flatMap((name) => {
      const value = fields[name];
      return value === undefined ? [] : [[name, typeof value === 'string' ? value.slice(0, MAX_TEXT) : value] as const];
    });
    return { face, ...Object.fromEntries(allowed) };
  };
  return {
    info: (fields) => logger.info(line(fields)),
    warn: (fields) => logger.warn(line(fields)),
    error: (fields) => logger.error(line(fields)),
  };
}
