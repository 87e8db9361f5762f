import { createWriteStream, readFileSync } from 'node:fs';
import { type ConsoleOptions, openConsole, openLog } from '@liangjian/platform/http';
import { firstAdministrator, foundDemonstration, openPlatform, startWorker } from '@liangjian/platform/run';
import { openPortal, type PortalAuthority } from '@liangjian/portal';
import { z } from 'zod';
import { Fault } from '../fault.ts';

export interface ServeInput {
  readonly data: string;
  /** `DATABASE_URL`; a server of our own when it is not set. */
  readonly url: string | undefined;
  readonly port: number;
  /** Port of the interface of officers. */
  readonly consolePort: number;
  readonly host: string;
  readonly proxies: number;
  readonly demonstration: boolean;
  readonly authorityFile: string | null;
  /** File for the log; standard output when it is null. */
  readonly logFile: string | null;
}

export interface Serving {
  /** Address of the portal. */
  readonly portal: string;
  /** Address of the interface of officers. */
  readonly console: string;
  /** Token by which the first administrator sets a password; null once there is one. */
  readonly invitation: string | null;
  /** A tip can be sealed, so that the portal may take one in. */
  readonly canSeal: boolean;
  stop(): Promise<void>;
}

/** Requests a minute from one source; a form with its uploads needs a few dozen. */
const PER_MINUTE = 300;

const DEMONSTRATION: PortalAuthority = {
  name: { zh: '演示市消费者个人信息保护专班（虚构）', en: 'Demonstration task force (invented)' },
  address: { zh: '演示路 1 号', en: '1 Demonstration Road' },
  contact: { zh: '演示环境，没有真实的联系方式', en: 'none: this is a demonstration' },
  effective: '2026-11-01',
};

const words = z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const authoritySchema = z.strictObject({ name: words, address: words, contact: words, effective: z.iso.date() });

/** Brings up database, portal and background work. Throws what `openPlatform` throws, and `bad-argument` for the authority's file. */
export async function serve(input: ServeInput): Promise<Serving> {
  const authority = authorityOf(input);
  const platform = await openPlatform({ data: input.data, url: input.url });
  try {
    if (input.demonstration) await foundDemonstration(platform);
    const to = input.logFile === null ? undefined : createWriteStream(input.logFile, { flags: 'a', mode: 0o600 });
    const shared = { ready: platform.canSeal, perMinute: PER_MINUTE, proxies: input.proxies, secure: input.proxies > 0 };
    const { intake } = platform;
    const portal = await openPortal({ ...shared, intake, authority, demonstration: input.demonstration, log: openLog('portal', to) });
    // Two origins: nothing of the public face can reach what officers see.
    const desk = await openConsole({ ...shared, parts: platform, log: openLog('console', to), otherLogIns: otherLogIns() });
    const worker = await startWorker(platform, { log: openLog('worker', to) });
    const close = () => Promise.all([portal.close(), desk.close(), worker.stop()]);
    try {
      return {
        portal: `${await portal.listen({ port: input.port, host: input.host })}/`,
        console: `${await desk.listen({ port: input.consolePort, host: input.host })}/`,
        canSeal: await platform.canSeal(),
        invitation: await firstAdministrator(platform),
        async stop() {
          await close();
          await platform.stop();
        },
      };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await platform.stop();
    throw error;
  }
}

/** Security keys need the address that browsers use; the identity provider has settings of its own. Both by environment, as secrets should. */
function otherLogIns(env: NodeJS.ProcessEnv = process.env): ConsoleOptions['otherLogIns'] {
  const origin = env['LIANGJIAN_CONSOLE_ORIGIN'];
  if (!origin) return undefined;
  if (!URL.canParse(origin)) throw new Fault('bad-argument', 'LIANGJIAN_CONSOLE_ORIGIN');
  const { hostname } = new URL(origin);
  const [issuer, clientId, clientSecret] = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map((name) => env[`LIANGJIAN_OIDC_${name}`]);
  const sso =
    issuer && clientId && clientSecret
      ? { issuer, clientId, clientSecret, redirectUri: `${new URL(origin).origin}/api/v1/log-in/sso/back` }
      : null;
  return { site: { id: hostname, origin: new URL(origin).origin }, sso };
}

function authorityOf({ demonstration, authorityFile }: ServeInput): PortalAuthority {
  if (authorityFile === null) {
    if (demonstration) return DEMONSTRATION;
    throw new Fault('bad-argument', '--authority');
  }
  try {
    return authoritySchema.parse(JSON.parse(readFileSync(authorityFile, 'utf8')));
  } catch (error) {
    throw new Fault('bad-argument', `--authority ${authorityFile}: ${(error as Error).message.slice(0, 300)}`);
  }
}
