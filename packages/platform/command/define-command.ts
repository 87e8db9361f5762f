import { createHash } from 'node:crypto';
import { canonicalJson } from '@liangjian/evidence';
import type { z } from 'zod';
import { append, type AuditEntry } from '../audit/append.ts';
import type { QueueName } from '../jobs/queues.data.ts';
import { sendJob, type SendOptions } from '../jobs/send-job.ts';
import { may, ruleOf } from '../permission/may.ts';
import type { Db, Tx } from '../store/connect.ts';
import type { Context } from '../store/context.ts';
import { StoreFault } from '../store/fault.ts';
import { within } from '../store/within.ts';
import { actOnce } from './act-once.ts';

/** What a command may use. */
export interface Act {
  readonly tx: Tx;
  readonly context: Context;
  /** Puts a job into a queue, together with the act. */
  readonly send: (queue: QueueName, data: Readonly<Record<string, string | number>>, options?: SendOptions) => Promise<void>;
  /** Keeps one more entry, together with the act. */
  readonly note: (entry: AuditEntry) => void;
}

export interface Command<Input extends z.ZodType, State, Result> {
  /** Noun and verb, as the audit trail shows it: `tip.accept`. */
  readonly name: string;
  /** Row of the table of permissions. */
  readonly permission: string;
  readonly input: Input;
  /** Reads what the act rests on and throws when it is not lawful: `not-found`, `wrong-state`, `ground-needed`, `same-person`. */
  readonly guard: (act: Act, input: z.output<Input>) => Promise<State>;
  /** Changes the state. Sees what the guard read. */
  readonly effect: (act: Act, input: z.output<Input>, state: State) => Promise<Result>;
  /** What the audit trail says of it; `act` is the name of the command. */
  readonly audit: (input: z.output<Input>, state: State, result: Result) => Omit<AuditEntry, 'act'> | readonly Omit<AuditEntry, 'act'>[];
}

export interface Call {
  readonly db: Db;
  readonly context: Context;
  /** When the person last confirmed who they are, for permissions that ask for it. */
  readonly steppedUpAt?: Date | null;
  /** The same key with the same input acts once and answers twice. Results must be JSON without secrets. */
  readonly key?: string;
}

/** For how long a confirmation of who one is counts. */
const STEP_UP_MS = 10 * 60_000;

/**
 * One legal act. Checks the input, the permission and the guard, then writes state, audit entry and jobs in one transaction.
 * Throws a ZodError, `not-permitted`, `step-up-needed`, `repeated-differently`, or what guard and effect throw.
 *
 *     const accept = defineCommand({ name: 'tip.accept', permission: 'tip.decide', input, guard, effect, audit });
 *     const result = await accept({ db, context }, input);
 */
export function defineCommand<Input extends z.ZodType, State, Result>(command: Command<Input, State, Result>) {
  const { stepUp } = ruleOf(command.permission);
  const run = async (call: Call, raw: unknown): Promise<Result> => {
    const { db, context, steppedUpAt, key } = call;
    if (!may(context, command.permission)) throw new StoreFault('not-permitted', command.name);
    if (stepUp && !(steppedUpAt && Date.now() - steppedUpAt.getTime() < STEP_UP_MS)) throw new StoreFault('step-up-needed', command.name);
    const input = command.input.parse(raw);
    return await within(db, context, (tx) =>
      key === undefined
        ? perform(command, tx, context, input)
        : actOnce(tx, command.name, key, fingerprint(input), () => perform(command, tx, context, input)),
    );
  };
  return Object.assign(run, { command: { name: command.name, permission: command.permission, input: command.input } as const });
}

async function perform<Input extends z.ZodType, State, Result>(
  command: Command<Input, State, Result>,
  tx: Tx,
  context: Context,
  input: z.output<Input>,
): Promise<Result> {
  const entries: AuditEntry[] = [];
  const act: Act = {
    tx,
    context,
    send: (queue, data, options) => sendJob(tx, queue, data, options),
    note: (entry) => {
      entries.push(entry);
    },
  };
  const state = await command.guard(act, input);
  const result = await command.effect(act, input, state);
  const own = [command.audit(input, state, result)].flat().map((entry) => ({ ...entry, act: command.name }));
  // Last, because the ends of the chains are locked from here to the commit.
  await append(tx, [...own, ...entries]);
  return result;
}

const fingerprint = (input: unknown): Buffer =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(input ?? null))))
    .digest();
