import { createWriteStream, readFileSync } from 'node:fs';
import { openLog } from '@liangjian/platform/http';
import { foundDemonstration, openPlatform } from '@liangjian/platform/run';
import { openPortal, type PortalAuthority } from '@liangjian/portal';
import { z } from 'zod';
import { Fault } from '../fault.ts';

export interface ServeInput {
  readonly data: string;
  /** `DATABASE_URL`; a server of our own when it is not set. */
  readonly url: string | undefined;
  readonly port: number;
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
    const log =
      input.logFile === null ? openLog('portal') : openLog('portal', createWriteStream(input.logFile, { flags: 'a', mode: 0o600 }));
    const app = await openPortal({
      intake: platform.intake,
      authority,
      demonstration: input.demonstration,
      secure: input.proxies > 0,
      log,
      ready: platform.canSeal,
      perMinute: PER_MINUTE,
      proxies: input.proxies,
    });
    const portal = await app.listen({ port: input.port, host: input.host });
    return {
      portal: `${portal}/`,
      canSeal: await platform.canSeal(),
      async stop() {
        await app.close();
        await platform.stop();
      },
    };
  } catch (error) {
    await platform.stop();
    throw error;
  }
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
