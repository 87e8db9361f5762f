import { CommanderError } from 'commander';
import { allowPrivateArguments } from './allow-private.ts';
import { Fault, faultOf, faultText } from './fault.ts';
import { languageOf } from './language.ts';
import { buildProgram } from './program.ts';

/** Runs one command line. Returns the exit status; never throws, never shows a stack trace unless `LIANGJIAN_DEBUG` asks. */
export async function run(args: readonly string[]): Promise<number> {
  const language = languageOf(args);
  const outcome = { status: 0 };
  try {
    await buildProgram(language, outcome).parseAsync(allowPrivateArguments(args), { from: 'user' });
    return outcome.status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const fault = error instanceof CommanderError ? new Fault('bad-argument', error.message.replace(/^error: /, '')) : error;
    process.stderr.write(faultText(fault, language));
    return faultOf(fault).entry.exitStatus;
  }
}
