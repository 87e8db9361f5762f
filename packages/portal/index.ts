import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { type Log, openFrame } from '@liangjian/platform/http';
import type { Intake } from '@liangjian/platform/intake';
import type { FastifyInstance } from 'fastify';
import { openAssets } from './assets.ts';
import { languageOf, pageContext } from './context.ts';
import { page } from './layout.ts';
import type { PortalAuthority } from './pages/privacy.ts';
import { problemBody } from './pages/problem.ts';
import type { Portal } from './portal.ts';
import { addCheckReceipt } from './routes/check-receipt.ts';
import { addFollow } from './routes/follow.ts';
import { addPages } from './routes/pages.ts';
import { addReport } from './routes/report.ts';
import { addUploads } from './routes/uploads.ts';

export type { PortalAuthority } from './pages/privacy.ts';

export interface PortalOptions {
  readonly intake: Intake;
  readonly authority: PortalAuthority;
  readonly demonstration: boolean;
  readonly secure: boolean;
  readonly log: Log;
  readonly ready: () => Promise<boolean>;
  readonly perMinute: number;
  readonly proxies: number;
}

/** The public face: server-rendered pages that work without script and load nothing from another host. Call `listen` on what it returns. */
export async function openPortal(options: PortalOptions): Promise<FastifyInstance> {
  const assets = openAssets();
  const { intake, authority, demonstration, secure, log, ready, perMinute, proxies } = options;
  const portal: Portal = { intake, assets, authority, demonstration, secure };
  const app = await openFrame({
    log,
    ready,
    perMinute,
    proxies,
    wasm: true,
    show: (problem, request, reply) => {
      if (!request.headers.accept?.includes('text/html')) return reply.type('application/problem+json').send(problem);
      const context = pageContext(languageOf(request.url), assets, demonstration);
      const body = problemBody(context, problem);
      return reply.type('text/html; charset=utf-8').send(page(context, { title: context.words.problemTitle, path: null, body }));
    },
  });
  await app.register(cookie);
  await app.register(formBody);
  await app.register(multipart);
  assets.serve(app);
  addPages(app, portal);
  addReport(app, portal);
  addUploads(app, portal);
  addCheckReceipt(app, portal);
  addFollow(app, portal);
  return app;
}
