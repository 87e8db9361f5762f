/** With whose eyes a transaction sees. Attributes are read anew for each request, never from a session. */
export interface Context {
  /** Id of the officer, or the part of the system that acts by itself: `portal`, `worker`, `log-in`. */
  readonly actor: string;
  readonly roles: readonly string[];
  readonly office?: string;
  readonly districts?: readonly string[];
  readonly clearance?: number;
  /** Tips, operators and cases the officer has been recused from. */
  readonly recused?: readonly string[];
  /** Keyed hash of the receipt that was shown. */
  readonly receipt?: Uint8Array;
  /** Keyed hash of the form that attachments are being sent for. */
  readonly draft?: Uint8Array;
}

/** Who writes in from outside. */
export const portalContext: Context = { actor: 'portal', roles: ['portal'] };
/** What runs in the background. */
export const workerContext: Context = { actor: 'worker', roles: ['worker'] };
/** Whoever is about to say who they are. */
export const logInContext: Context = { actor: 'log-in', roles: ['log-in'] };

const WORD = /^[A-Za-z0-9._:-]{1,80}$/;

const list = (words: readonly string[] = []): string => {
  if (!words.every((word) => WORD.test(word))) throw new RangeError('a context holds plain words only');
  return `{${words.join(',')}}`;
};

/** Arguments of `app.enter`, in its order. Throws a RangeError for anything that is not a plain word. */
export function contextArguments(context: Context): string[] {
  const { actor, roles, office, districts, clearance, recused, receipt, draft } = context;
  if (![actor, ...(office === undefined ? [] : [office])].every((word) => WORD.test(word)))
    throw new RangeError('a context holds plain words only');
  return [actor, office ?? '', list(districts), list(roles), String(clearance ?? 0), list(recused), hex(receipt), hex(draft)];
}

const hex = (bytes?: Uint8Array): string => (bytes ? Buffer.from(bytes).toString('hex') : '');
