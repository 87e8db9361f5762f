import { isIP } from 'node:net';
import { Fault } from '../fault.ts';

/** `host[:port]:address[:port]`, as curl's `--resolve` with the ports left out at will → host map of the collector. Throws `bad-argument`. */
export function resolveMap(rules: readonly string[]): Map<string, string> {
  return new Map(
    rules.map((rule) => {
      const parts = /^([a-z0-9_.-]+)(?::(\d{1,5}))?:(\[[0-9a-f:.]+\]|\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/i.exec(rule);
      const address = parts?.[3]?.replaceAll(/[[\]]/g, '') ?? '';
      if (!parts || isIP(address) === 0) throw new Fault('bad-argument', `--resolve ${rule}`);
      const [, host = '', port, written = '', target] = parts;
      const onto = target ?? port;
      return [`${host.toLowerCase()}${port ? `:${port}` : ''}`, onto ? `${written}:${onto}` : written] as const;
    }),
  );
}
