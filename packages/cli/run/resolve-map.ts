import { isIP } from 'node:net';
import { Fault } from '../fault.ts';

/** `host[:port]:address[:port]`, as curl's `--resolve` with the ports left out at will → host map of the collector. Throws `bad-argument`. */
export function resolveMap(rules: readonly string[]): Map<string, string> {
  return new Map(
    rules.map((rule) => {
      const parts = /^([a-z0-9_.-]+)(?::(\d{1,5}))?:(\[[0-9a-f:.]+\]|\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/i.exec(rule);
      const address = parts?.[3]?.replaceAll(/[[\]]/g, '') ?? '';
      if (!parts || isIP(address) === 0) throw new Fault('bad-argument', `--resolve ${rule}`);
      const [, host = '', port, , target] = parts;
      const onto = target ?? port;
      // Without a port the end of an IPv6 address would be read as one.
      if (isIP(address) === 6 && onto === undefined) throw new Fault('bad-argument', `--resolve ${rule}: port`);
      return [`${host.toLowerCase()}${port ? `:${port}` : ''}`, onto ? `${address}:${onto}` : address] as const;
    }),
  );
}
