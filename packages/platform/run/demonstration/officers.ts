import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { acceptInvitation, inviteOfficer } from '../../offices/invitation.ts';
import { codeAddress } from '../../offices/one-time-code.ts';
import type { OfficerRole } from '../../permission/index.ts';
import { within } from '../../store/index.ts';
import { installationContext, type Platform } from '../open-platform.ts';

interface DemonstrationOfficer {
  readonly logIn: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly OfficerRole[];
}

/** Invented officers, one of every kind; two districts, so that it can be seen that they do not see each other's tips. */
const OFFICERS: readonly DemonstrationOfficer[] = [
  { logIn: 'clerk.xuhui', name: '演示受理员', office: 'samr-xuhui', roles: ['clerk'] },
  { logIn: 'inspector.xuhui', name: '演示执法员', office: 'samr-xuhui', roles: ['inspector'] },
  { logIn: 'head.xuhui', name: '演示科长', office: 'samr-xuhui', roles: ['unit-head'] },
  { logIn: 'clerk.pudong', name: '演示受理员乙', office: 'samr-pudong', roles: ['clerk', 'unit-head'] },
  { logIn: 'command', name: '演示指挥', office: 'samr-city', roles: ['command', 'department-head'] },
  { logIn: 'auditor', name: '演示审计员', office: 'cac-city', roles: ['auditor'] },
];

/** Public like everything of the demonstration; a real officer's password and secret are known to nobody else. */
const PASSWORD = '演示口令-仅供演示-2026';
const secretOf = (logIn: string): Buffer => createHash('sha1').update(`liangjian demonstration ${logIn}`).digest();
const codeOf = (logIn: string): string => new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secretOf(logIn)).buffer }) }).generate();

/** Puts the invented officers in, unless they are there. */
export async function enterOfficers({ store, officerKey }: Platform): Promise<void> {
  for (const { logIn, name, office, roles } of OFFICERS) {
    const token = await within(store.console, installationContext, async (tx) => {
      if (await tx.selectFrom('app.officer').select('id').where('log_in', '=', logIn).executeTakeFirst()) return null;
      return (await inviteOfficer(tx, installationContext.actor, { logIn, name, office, roles, clearance: 1 })).token;
    });
    if (token !== null)
      await acceptInvitation(store.console, officerKey, { token, password: PASSWORD, codeSecret: secretOf(logIn), code: codeOf(logIn) });
  }
}

/** How to log in as one of them, for the file beside the demonstration's data. */
export const accountsText = (): string =>
  [
    '演示账号：都是虚构的，口令公开，不能用于真实环境。',
    'Accounts of the demonstration: invented, with public passwords; never for real use.',
    '',
    `口令 password: ${PASSWORD}`,
    '',
    ...OFFICERS.map(
      ({ logIn, name, office, roles }) => `${logIn}  ${name}  ${office}  ${roles.join(' ')}\n  ${codeAddress(secretOf(logIn), logIn)}`,
    ),
    '',
  ].join('\n');
