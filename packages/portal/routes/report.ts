import { appendUpload, beginUpload, fileTip, listUploads, newFormPage, type NewForm, proofFor } from '@liangjian/platform/intake';
import { kindsOfHappenings } from '@liangjian/law';
import { sourceOf } from '@liangjian/platform/http';
import type { FastifyInstance } from 'fastify';
import { type PageContext, page } from '../layout.ts';
import type { FieldProblems } from '../pages/fields.ts';
import { problemsOf } from '../pages/problem-words.ts';
import { receiptBody } from '../pages/receipt.ts';
import { reportBody, type ReportPage } from '../pages/report.ts';
import type { Portal } from '../portal.ts';
import { readQrPhoto } from '../read-qr-photo.ts';
import { draftOf, type FormValues, formValues } from '../report-form.ts';
import { eachLanguage } from './each-language.ts';
import { readParts } from './read-parts.ts';
import { tee } from './tee.ts';

/** A QR photo is looked at while it is stored; beyond this it is stored only. */
const QR_BYTES = 24 * 1024 * 1024;

/** The form, its sending, and the receipt. One sending is one tip, however often it arrives. */
export function addReport(app: FastifyInstance, portal: Portal): void {
  const { intake } = portal;
  eachLanguage(portal, (context, prefix) => {
    app.get(`${prefix}/report`, async (_request, reply) => {
      const form = newFormPage(intake);
      return reply.type('text/html; charset=utf-8').send(formPage(context, form, formValues([]), new Map(), []));
    });
    app.post(`${prefix}/report`, { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const photos: Promise<string | null>[] = [];
      const arrived: string[] = [];
      const { fields } = await readParts(request, async (file, before) => {
        const form = formValues(before).one('form');
        const place = await beginUpload(intake.uploads, { form, name: file.filename, bytes: null });
        arrived.push(place.id);
        const copy = tee(file.file, file.fieldname === 'qr' ? QR_BYTES : 0);
        await appendUpload(intake.uploads, { form, id: place.id, offset: 0, last: true }, copy.stream);
        if (copy.bytes()) photos.push(readQrPhoto(copy.bytes() as Buffer));
      });
      // Without script the code is read here; what the page has read itself stands.
      const [read] = formValues(fields).one('qrText') === '' ? (await Promise.all(photos)).filter((text) => text !== null) : [];
      const values = formValues(read === undefined ? fields : [['qrText', read] as const, ...fields]);
      reply.type('text/html; charset=utf-8');
      try {
        const proof = {
          challenge: values.one('challenge'),
          proof: values.one('proof'),
          answer: values.one('answer'),
          source: sourceOf(request.ip),
        };
        // A page with script uploads by itself and names nothing: then every upload of the form belongs to it.
        const chosen = [...values.kept, ...arrived];
        const filed = await fileTip(intake, draftOf(values, context.language), proof, chosen.length > 0 ? chosen : undefined);
        const understood = { scene: values.one('scene') || null, kinds: kindsOfHappenings(values.happened) };
        return await reply.send(
          page(context, {
            title: context.words.receiptTitle,
            path: null,
            body: receiptBody(context, filed, understood),
            scripts: ['receipt.js'],
          }),
        );
      } catch (error) {
        const problems = problemsOf(error, context.words);
        if (problems === null) throw error;
        const old = values.one('form');
        const expired = (error as { code?: unknown }).code === 'form-expired';
        const fresh = newFormPage(intake);
        const form = expired ? fresh : { ...fresh, form: old, proof: proofFor(intake, old) };
        const uploads = expired ? [] : await listUploads(intake.uploads, old).catch(() => []);
        return reply.status(422).send(
          formPage(
            context,
            form,
            values,
            problems,
            uploads.filter(({ complete }) => complete),
          ),
        );
      }
    });
  });
}

const formPage = (
  context: PageContext,
  { form, proof }: NewForm,
  values: FormValues,
  problems: FieldProblems,
  uploads: ReportPage['uploads'],
): string =>
  page(context, {
    title: context.words.reportTitle,
    path: problems.size === 0 ? '/report' : null,
    body: reportBody(context, {
      form,
      proof: { challenge: proof.challenge, bits: proof.bits, question: proof.question[context.language] },
      values,
      problems,
      uploads,
    }),
    scripts: ['report.js'],
  });
