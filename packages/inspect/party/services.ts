import type { Service } from './service.ts';
import { SERVICES } from './services.data.ts';

const byHost = new Map<string, Service[]>();
for (const service of SERVICES) {
  for (const host of service.hosts) {
    const known = byHost.get(host);
    if (known) known.push(service);
    else byHost.set(host, [service]);
  }
}

/**
 * Service that a host (and path) belongs to: the longest listed suffix wins, an entry bound to paths before one that is not.
 * One map look-up a label, whatever the size of the list.
 */
export function serviceOf(host: string, path = '/'): Service | null {
  // A name under `.localhost` stands in for the name before it.
  let rest = host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/\.localhost$/, '');
  for (;;) {
    const listed = byHost.get(rest);
    if (listed) {
      const bound = listed.find((service) => service.paths?.some((prefix) => path.startsWith(prefix)));
      const free = listed.find((service) => service.paths === undefined);
      if (bound ?? free) return bound ?? free ?? null;
    }
    const dot = rest.indexOf('.');
    if (dot < 0) return null;
    rest = rest.slice(dot + 1);
  }
}
