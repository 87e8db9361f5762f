import type { ProgramEndpoint, ProgramSecret, ThirdPartyUse } from '../../../collectors/miniprogram/model/program-model.ts';
import { serviceOf } from '../../../party/services.ts';
import type { Fact, FactDetails, Party } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { ProgramInput } from './program-input.ts';
import type { EvidenceOf, Spot } from './tools.ts';

/** Who else is on the other side, by what the code names: components, hosts, addresses, and what is kept or hidden in code. */
export function partyFacts({ model }: ProgramInput, evidenceOf: EvidenceOf, spot: Spot): Fact[] {
  return [
    ...model.thirdParties.filter(({ used }) => used !== 'no').map((use) => third(use, evidenceOf, spot)),
    ...model.endpoints.flatMap((endpoint) => address(endpoint, evidenceOf, spot)),
    ...model.secrets.map((secret) => hidden(secret, evidenceOf, spot)),
  ];
}

function third(use: ThirdPartyUse, evidenceOf: EvidenceOf, spot: Spot): Fact {
  const common = {
    phase: 'static' as const,
    pi: [],
    label: use.company ? `${use.company} ${use.name}` : use.name,
    evidence: [evidenceOf(use.place)],
    stable: spot(`${use.kind} ${use.name}`, use.place),
  };
  if (use.kind === 'sdk' || use.kind === 'plugin')
    return makeFact('sdk', {
      ...common,
      party: {
        role: 'third',
        domain: use.name,
        company: use.company,
        service: null,
        category: null,
        why: 'A component of another company that the program loads.',
      },
      detail: { name: use.name, version: null },
    });
  return makeFact('contact', {
    ...common,
    party: use.kind === 'mini-program' ? unknownParty(use.name) : partyOfHost(hostOf(use.name), use.company),
    detail: { host: hostOf(use.name), scheme: schemeOf(use.name), stage: 'use', resourceTypes: [use.kind], arms: [] },
  });
}

/** An address; where the code sends kinds of PI there, also a transfer, so that the rows about sending judge it. */
function address(endpoint: ProgramEndpoint, evidenceOf: EvidenceOf, spot: Spot): Fact[] {
  const party = partyOfHost(endpoint.host, null);
  const evidence = [evidenceOf(endpoint.place)];
  const fact = makeFact('endpoint', {
    phase: 'static',
    pi: endpoint.pi,
    party,
    label: endpoint.url,
    detail: {
      url: endpoint.url,
      method: endpoint.use === 'upload' ? 'POST' : 'GET',
      scheme: endpoint.scheme,
      use: endpoint.use,
      insecure: endpoint.insecure,
    },
    evidence,
    stable: spot(`endpoint ${endpoint.url}`, endpoint.place),
  });
  if (endpoint.pi.length === 0) return [fact];
  const found: FactDetails['transfer']['found'] = endpoint.pi.map((category) => ({
    category,
    key: category,
    where: 'body',
    encoding: 'plain',
    canary: false,
  }));
  const transfer = makeFact('transfer', {
    phase: 'static',
    pi: endpoint.pi,
    party,
    label: `${endpoint.pi.join(', ')} → ${endpoint.host}`,
    detail: {
      host: endpoint.host,
      scheme: endpoint.scheme,
      method: 'POST',
      channel: endpoint.use,
      found,
      identifiers: [],
      withheld: false,
      inClear: endpoint.insecure === 'yes',
      afterInput: false,
      typed: false,
      initiator: null,
      stage: 'use',
      arms: [],
      repeated: false,
    },
    evidence,
    stable: spot(`transfer ${endpoint.url}`, endpoint.place),
  });
  return [fact, transfer];
}

function hidden(secret: ProgramSecret, evidenceOf: EvidenceOf, spot: Spot): Fact {
  const evidence = [evidenceOf(secret.place)];
  const common = { phase: 'static' as const, pi: [], party: null, label: secret.masked, evidence };
  if (secret.kind === 'token-stored' || secret.kind === 'pi-stored')
    return makeFact('stored', {
      ...common,
      detail: {
        store: 'localStorage',
        key: secret.masked,
        setBy: 'script',
        outcome: 'kept',
        value: secret.kind === 'pi-stored' ? 'pi' : 'identifier',
        lifetimeDays: null,
        stage: 'use',
        arms: [],
      },
      stable: spot(`stored ${secret.masked}`, secret.place),
    });
  return makeFact('secret', {
    ...common,
    detail: { kind: secret.kind, masked: secret.masked, severe: secret.severe, why: secret.why },
    stable: spot(`secret ${secret.kind}`, secret.place),
  });
}

const hostOf = (name: string): string => URL.parse(name)?.host ?? name;
const schemeOf = (name: string): string => URL.parse(name)?.protocol.replace(':', '') ?? 'https';

const unknownParty = (domain: string): Party => ({
  role: 'unknown',
  domain,
  company: null,
  service: null,
  category: null,
  why: 'Code names it but not who runs it.',
});

/** A program has no address of its own to compare with: a listed service is another identity, everything else may be the shop itself. */
function partyOfHost(host: string, company: string | null): Party {
  const service = serviceOf(host.replace(/:\d+$/, ''));
  if (!service) return { ...unknownParty(host), company };
  return {
    role: service.category === 'platform' ? 'platform' : 'third',
    domain: host,
    company: service.company,
    service: service.id,
    category: service.category,
    why: `The services list names ${service.company} for this host.`,
  };
}
