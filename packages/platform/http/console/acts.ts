import type { Text } from '@liangjian/law';
import { z } from 'zod';
import { saveCampaign } from '../../campaign/index.ts';
import { acknowledge, extendClock, loadNotice, pauseClock, resumeClock } from '../../clocks/index.ts';
import type { Call } from '../../command/index.ts';
import { beginImport, saveImportMap, undoBatch } from '../../intake/import/index.ts';
import { invite, moveOfficer, recuse, setRoles, setState } from '../../offices/acts/index.ts';
import { ruleOf } from '../../permission/index.ts';
import {
  acceptComplaint,
  attachOperator,
  classifyTip,
  dropFilter,
  enterLeadAct,
  handOverActs,
  linkTips,
  nameOperator,
  recordEvent,
  refuseComplaint,
  saveFilter,
  saveOperator,
  saveRoutingRule,
  saveTouchpoint,
  unlinkTips,
  verifyReport,
} from '../../triage/index.ts';
import type { ConsoleParts } from './console-parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** As much of a command as the interface needs: it is one, and describes itself. */
interface AnyCommand {
  (call: Call, input: unknown): Promise<unknown>;
  readonly command: { readonly name: string; readonly permission: string; readonly input: z.ZodType };
}

/** What acts on sealed tips need. */
export type ActParts = Pick<ConsoleParts, 'keyring' | 'suite' | 'intake' | 'markKey'>;

const commandsOf = (parts: ActParts): readonly AnyCommand[] => [
  classifyTip,
  acceptComplaint,
  refuseComplaint,
  verifyReport,
  recordEvent,
  enterLeadAct({ suite: parts.suite, directory: parts.intake.directory, markKey: parts.markKey }),
  ...Object.values(handOverActs(parts)),
  linkTips,
  unlinkTips,
  saveOperator,
  nameOperator,
  saveTouchpoint,
  attachOperator,
  saveRoutingRule,
  saveFilter,
  dropFilter,
  pauseClock,
  resumeClock,
  extendClock,
  acknowledge,
  loadNotice,
  saveCampaign,
  saveImportMap,
  beginImport,
  undoBatch,
  invite,
  setRoles,
  moveOfficer,
  setState,
  recuse,
];

/** One address for each legal act: what it asks, who may, and what it changes are those of the command itself. */
export function actEndpoints(parts: ActParts): readonly Endpoint[] {
  return commandsOf(parts).map((run) => {
    const { name, permission, input } = run.command;
    const { title } = ruleOf(permission);
    return endpoint({
      method: 'POST',
      path: `/acts/${name}`,
      tag: 'acts',
      title: actTitle(name, title),
      body: input,
      answer: z.unknown(),
      handle: ({ parts: { store }, caller, body, key }) =>
        run(
          {
            db: store.console,
            context: caller.context,
            ...(caller.steppedUpAt === undefined ? {} : { steppedUpAt: caller.steppedUpAt }),
            ...(key === undefined ? {} : { key }),
          },
          body,
        ),
    });
  });
}

const actTitle = (name: string, permission: Text): Text => ({ zh: `${permission.zh}：${name}`, en: `${permission.en}: ${name}` });
