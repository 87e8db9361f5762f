import { readReceipt } from '@liangjian/platform/vault';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../layout.ts';
import { checkedBody } from '../pages/checked.ts';
import { typoWords } from '../pages/typo-words.ts';
import type { Portal } from '../portal.ts';
import { eachLanguage } from './each-language.ts';

const form = z.object({ again: z.string().max(400).default('') });

/**
 * The check of a re-typed receipt for people without script. Only the check sign is looked at: asking the database here would mark the
 * receipt as used. A typed code that passes it is the code but for one chance in thirty-two.
 */
export function addCheckReceipt(app: FastifyInstance, portal: Portal): void {
  eachLanguage(portal, (context, prefix) => {
    app.post(`${prefix}/receipt/check`, async (request, reply) => {
      const typed = readReceipt(form.parse(request.body ?? {}).again);
      const problem = 'problem' in typed ? typoWords(typed.problem, context.language) : null;
      return reply
        .status(problem === null ? 200 : 422)
        .type('text/html; charset=utf-8')
        .send(page(context, { title: context.words.receiptRetype, path: null, body: checkedBody(context, problem) }));
    });
  });
}
