import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export interface ReadParts {
  /** Name and value of each text field, in order. */
  readonly fields: readonly (readonly [string, string])[];
}

const FIELDS = 80;
const FIELD_BYTES = 64 * 1024;
const FILES = 20;

/**
 * Reads a multipart form as it streams in: fields are gathered, each file is handed to `onFile` while it arrives, with the fields so far.
 * An empty file field (nothing chosen) is skipped. A form without files may come url-encoded too.
 */
export async function readParts(
  request: FastifyRequest,
  onFile: (file: MultipartFile, fields: readonly (readonly [string, string])[]) => Promise<void>,
): Promise<ReadParts> {
  if (!request.isMultipart()) {
    const body = (request.body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
    return { fields: Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as const)) };
  }
  const fields: (readonly [string, string])[] = [];
  const parts = request.parts({
    limits: { fields: FIELDS, fieldSize: FIELD_BYTES, files: FILES, parts: FIELDS + FILES, fileSize: 2 ** 31 },
  });
  for await (const part of parts) {
    if (part.type === 'field') fields.push([part.fieldname, String(part.value)]);
    else if (part.filename === '' || part.filename === undefined) part.file.resume();
    else await onFile(part, fields);
  }
  return { fields };
}
