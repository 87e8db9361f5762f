type Schema = { readonly [key: string]: unknown };

/** Faults of a value against the part of JSON Schema that `docs/inspection.schema.json` uses; throws on a keyword it does not know. */
export function schemaFaults(value: unknown, schema: Schema, root: Schema = schema, at = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => faultsOf(value, keyword, wanted, schema, root, at));
}

const NOTES = new Set(['$schema', '$id', '$defs', 'title', 'description']);

function faultsOf(value: unknown, keyword: string, wanted: unknown, schema: Schema, root: Schema, at: string): string[] {
  const fault = (ok: boolean, words: string): string[] => (ok ? [] : [`${at}: ${words}`]);
  const object = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  switch (keyword) {
    case 'type':
      return fault(
        [wanted].flat().includes(typeOf(value)) || (typeOf(value) === 'integer' && [wanted].flat().includes('number')),
        `is ${typeOf(value)}, not ${String(wanted)}`,
      );
    case 'const':
      return fault(value === wanted, `is not ${String(wanted)}`);
    case 'enum':
      return fault((wanted as unknown[]).includes(value), `${String(value)} is not in the list`);
    case 'pattern':
      return fault(
        typeof value !== 'string' || new RegExp(wanted as string).test(value),
        `${String(value)} does not match ${String(wanted)}`,
      );
    case 'format':
      return fault(typeof value !== 'string' || !Number.isNaN(Date.parse(value)), `${String(value)} is no date`);
    case 'minimum':
      return fault(typeof value !== 'number' || value >= (wanted as number), `${String(value)} is too small`);
    case 'required':
      return object ? (wanted as string[]).filter((key) => !Object.hasOwn(object, key)).map((key) => `${at}: ${key} is missing`) : [];
    case 'properties':
      return object
        ? Object.entries(wanted as Record<string, Schema>).flatMap(([key, inner]) =>
            Object.hasOwn(object, key) ? schemaFaults(object[key], inner, root, `${at}.${key}`) : [],
          )
        : [];
    case 'additionalProperties':
      return object
        ? Object.keys(object)
            .filter((key) => !Object.hasOwn((schema['properties'] ?? {}) as object, key))
            .map((key) => `${at}: ${key} is not known`)
        : [];
    case 'items':
      return Array.isArray(value) ? value.flatMap((inner, index) => schemaFaults(inner, wanted as Schema, root, `${at}[${index}]`)) : [];
    case 'anyOf':
      return fault(
        (wanted as Schema[]).some((inner) => schemaFaults(value, inner, root, at).length === 0),
        'fits none of the forms',
      );
    case '$ref':
      return schemaFaults(value, (root['$defs'] as Record<string, Schema>)[String(wanted).replace('#/$defs/', '')] as Schema, root, at);
    default:
      if (NOTES.has(keyword)) return [];
      throw new Error(`unknown keyword ${keyword}`);
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
