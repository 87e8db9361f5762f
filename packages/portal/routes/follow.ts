import { addMaterial, appendUpload, beginUpload, newFormPage, openFollowUp, readFollowUp } from '@liangjian/platform/intake';
import { entryOf } from '@liangjian/platform/http';
import { readReceipt } from '@liangjian/platform/vault';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { page } from '../layout.ts';
import { followBody } from '../pages/follow.ts';
import { typoWords } from '../pages/typo-words.ts';
import { statusBody } from '../pages/status.ts';
import type { Portal } from '../portal.ts';
import { eachLanguage } from './each-language.ts';
import { readParts } from './read-parts.ts';

const COOKIE = 'ticket';
/** As long as the ticket itself. */
const COOKIE_SECONDS = 1800;
const receiptForm = z.object({ receipt: z.string().max(400).default('') });

/** Following up by receipt code: the code comes in the body of one form and becomes a ticket that ends by itself. */
export function addFollow(app: FastifyInstance, portal: Portal): void {
  const { intake } = portal;
  const cookie = (reply: FastifyReply, value: string, seconds: number) =>
    reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'strict', secure: portal.secure, maxAge: seconds });
  eachLanguage(portal, (context, prefix) => {
    const html = (reply: FastifyReply) => reply.type('text/html; charset=utf-8');
    const ask = (problem: string | null, left = false) =>
      page(context, { title: context.words.followTitle, path: '/follow', body: followBody(context, problem, left) });

    app.get(`${prefix}/follow`, async (request, reply) => html(reply).send(ask(null, 'left' in (request.query as object))));

    app.post(`${prefix}/follow`, async (request, reply) => {
      const { receipt } = receiptForm.parse(request.body ?? {});
      const typo = readReceipt(receipt);
      if ('problem' in typo) return html(reply.status(422)).send(ask(typoWords(typo.problem, context.language)));
      try {
        const { ticket } = await openFollowUp(intake, receipt);
        cookie(reply, ticket, COOKIE_SECONDS);
        return reply.redirect(`${prefix}/follow/status`, 303);
      } catch (error) {
        const entry = entryOf(error);
        if (entry.code !== 'receipt-unknown') throw error;
        return html(reply.status(404)).send(ask(`${entry.text[context.language]}${entry.nextStep[context.language]}`));
      }
    });

    const status = async (request: FastifyRequest, reply: FastifyReply, problem: string | null) => {
      const ticket = request.cookies[COOKIE];
      if (ticket === undefined) return reply.redirect(`${prefix}/follow`, 303);
      const followUp = await readFollowUp(intake, ticket).catch((error: unknown) => {
        if (entryOf(error).code === 'session-needed') return null;
        throw error;
      });
      if (followUp === null) return reply.redirect(`${prefix}/follow`, 303);
      const { form } = newFormPage(intake);
      const sent = problem === null && 'sent' in (request.query as object);
      const body = statusBody(context, { followUp, form, sent, problem });
      return html(reply.status(problem === null ? 200 : 422)).send(page(context, { title: context.words.statusTitle, path: null, body }));
    };
    app.get(`${prefix}/follow/status`, async (request, reply) => status(request, reply, null));

    app.post(`${prefix}/follow/add`, { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const ticket = request.cookies[COOKIE];
      if (ticket === undefined) return reply.redirect(`${prefix}/follow`, 303);
      const uploads: string[] = [];
      const { fields } = await readParts(request, async (file, before) => {
        const form = valueOf(before, 'form');
        const place = await beginUpload(intake.uploads, { form, name: file.filename, bytes: null });
        uploads.push(place.id);
        await appendUpload(intake.uploads, { form, id: place.id, offset: 0, last: true }, file.file);
      });
      const text = valueOf(fields, 'text').trim();
      if (text === '' && uploads.length === 0) return status(request, reply, context.words.mustWrite);
      await addMaterial(intake, ticket, { form: valueOf(fields, 'form'), tip: valueOf(fields, 'tip'), text, uploads });
      return reply.redirect(`${prefix}/follow/status?sent`, 303);
    });

    app.post(`${prefix}/follow/leave`, async (_request, reply) => {
      cookie(reply, '', 0);
      return reply.redirect(`${prefix}/follow?left`, 303);
    });
  });
}

const valueOf = (fields: readonly (readonly [string, string])[], name: string): string => fields.find(([one]) => one === name)?.[1] ?? '';
