import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** End after printing. */
  readonly once: boolean;
  /** Folder for results instead of the one found; null to find one. */
  readonly data: string | null;
  readonly port: number;
}

export const USAGE = `npm start -- [--once] [--port 8880] [--data DIR]
  --once        打印结果后结束 / end after printing
  --port N      示例网站的端口，报告用下一个端口 / port of the sample sites; reports use the next one
  --data DIR    结果目录 / folder for results
`;

/** Options of `npm start`. Throws an error with a code `ERR_PARSE_ARGS…` that names what is wrong; null asks for the usage. */
export function demoOptions(args: readonly string[]): DemoOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string', default: '8880' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port < 1 || port > 65_534)
    throw Object.assign(new Error(`--port ${values.port}: 1–65534`), { code: 'ERR_PARSE_ARGS_PORT' });
  return { once: values.once, data: values.data ?? null, port };
}
