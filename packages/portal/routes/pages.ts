import type { FastifyInstance } from 'fastify';
import { page, type PageContent } from '../layout.ts';
import { homeBody } from '../pages/home.ts';
import { privacyBody } from '../pages/privacy.ts';
import type { Portal } from '../portal.ts';
import { eachLanguage } from './each-language.ts';

/** Pages that ask nothing and know nobody. */
export function addPages(app: FastifyInstance, portal: Portal): void {
  eachLanguage(portal, (context, prefix) => {
    const show = (path: string, content: () => Omit<PageContent, 'path'>) =>
      app.get(path === '/' ? prefix || '/' : `${prefix}${path}`, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').send(page(context, { ...content(), path })),
      );
    show('/', () => ({ title: context.words.homeTitle, body: homeBody(context) }));
    show('/privacy', () => ({ title: context.words.privacyTitle, body: privacyBody(context, portal.authority) }));
  });
}
