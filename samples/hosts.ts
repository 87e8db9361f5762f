/**
 * Every host name the samples play, and the folder whose files it serves. Names end in `.test` (reserved, RFC 6761),
 * but for the stand-ins of WeChat's own hosts: pages test for them by name, so they carry the real name and a loopback address.
 */
export interface SampleHost {
  readonly host: string;
  /** Folder under `samples/`. */
  readonly folder: string;
  readonly kind: 'site' | 'third-party' | 'platform';
}

const site = (host: string, folder: string): SampleHost => ({ host, folder, kind: 'site' });
const third = (host: string): SampleHost => ({ host, folder: `third-parties/${host}`, kind: 'third-party' });

const SCENES = ['s1', 's1-delivery', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];

export const SAMPLE_HOSTS: readonly SampleHost[] = [
  ...SCENES.flatMap((scene) => ['faulty', 'clean'].map((twin) => site(`shop.${scene}-${twin}.test`, `sites/${scene}-${twin}`))),
  // Its clean twin is s1-clean: the same shop without the gates.
  site('shop.s1-gate-faulty.test', 'sites/s1-gate-faulty'),
  site('pages.look-alikes.test', 'look-alikes'),
  site('pages.consent-variants.test', 'consent-variants'),
  site('main.adversarial.test', 'adversarial'),
  site('sub.adversarial.test', 'adversarial'),
  site('other.adversarial-partner.test', 'adversarial'),
  third('collect.tongji-demo.test'),
  third('pixel.ad-demo.test'),
  third('static.cdn-demo.test'),
  third('api.map-demo.test'),
  third('im.chat-demo.test'),
  third('risk.fengkong-demo.test'),
  third('consent.cmp-demo.test'),
  third('login.carrier-demo.test'),
  third('api.partner-demo.test'),
  { host: 'open.weixin.qq.com', folder: 'third-parties/open.weixin.qq.com', kind: 'platform' },
];

/** Canonical name of a Host header: without port, `.localhost` read as `.test` (a stand-in keeps its real name before `.localhost`). Null when not ours. */
export function canonicalHost(header: string): string | null {
  const name = header.replace(/:\d+$/, '').toLowerCase();
  const bare = name.replace(/\.localhost$/, '');
  const known = (host: string) => SAMPLE_HOSTS.some((entry) => entry.host === host);
  if (known(name)) return name;
  if (bare === name) return null;
  if (known(bare)) return bare;
  return known(`${bare}.test`) ? `${bare}.test` : null;
}

/** The name under which `host` is reached from a page that was asked for with `header`, so that a page's third parties resolve as the page itself did. */
export function siblingHost(host: string, header: string): string {
  const port = /:\d+$/.exec(header)?.[0] ?? '';
  const local = header.replace(/:\d+$/, '').toLowerCase().endsWith('.localhost');
  return (local ? `${host.replace(/\.test$/, '')}.localhost` : host) + port;
}
