import { appendUpload, beginUpload, dropUpload, uploadState } from '@liangjian/platform/intake';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Portal } from '../portal.ts';

const begin = z.strictObject({ name: z.string().max(400), bytes: z.int().min(0) });
const params = z.object({ id: z.string().max(60) });
/** A part is streamed to disk; its size bounds one request, not the file. */
const PART_BYTES = 16 * 1024 * 1024;

/** Uploads in parts, for pages with script. The form's token stands in a header: an address would be remembered. */
export function addUploads(app: FastifyInstance, { intake }: Portal): void {
  app.addContentTypeParser('application/offset+octet-stream', { bodyLimit: PART_BYTES }, (_request, payload, done) => done(null, payload));
  app.post('/uploads', async (request, reply) => {
    const state = await beginUpload(intake.uploads, { form: formOf(request), ...begin.parse(request.body) });
    return reply.status(201).send(state);
  });
  app.get('/uploads/:id', async (request) => uploadState(intake.uploads, formOf(request), params.parse(request.params).id));
  app.patch('/uploads/:id', async (request) => {
    const offset = z.coerce.number().int().min(0).parse(request.headers['upload-offset']);
    const place = { form: formOf(request), id: params.parse(request.params).id, offset };
    return appendUpload(intake.uploads, place, request.body as AsyncIterable<Uint8Array>);
  });
  app.delete('/uploads/:id', async (request, reply) => {
    await dropUpload(intake.uploads, formOf(request), params.parse(request.params).id);
    return reply.status(204).send();
  });
}

const formOf = (request: FastifyRequest): string => z.string().max(64).parse(request.headers['x-form']);
