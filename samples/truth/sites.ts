import type { Sample } from './sample.ts';

/**
 * Plain http on loopback is the condition of the samples, not a fault: clean twins send no personal data at all and their
 * forms name an https address of the shop itself. In the faulty shops the typed data really leaves in clear.
 */
interface Truth {
  readonly channel?: string;
  readonly faults: readonly string[];
  readonly mayFail: readonly string[];
  readonly notes: string;
}

function pair(name: string, scene: string, faulty: Truth, cleanNotes: string): readonly Sample[] {
  return [site(`${name}-faulty`, `${name}-clean`, scene, faulty), clean(name, scene, faulty.channel ?? null, cleanNotes)];
}

function site(id: string, twin: string, scene: string, truth: Truth): Sample {
  const { channel = null, faults, mayFail, notes } = truth;
  return { id, host: `shop.${id}.test`, path: '/', scene, channel, twin, faults, mayFail, expectedCannotTell: [], prompt: null, notes };
}

function clean(name: string, scene: string, channel: string | null, notes: string): Sample {
  const truth: Truth = { faults: [], mayFail: [], notes, ...(channel === null ? {} : { channel }) };
  return site(`${name}-clean`, `${name}-faulty`, scene, truth);
}

export const SITES: readonly Sample[] = [
  ...pair(
    's1',
    'S1',
    {
      channel: 'dine-in',
      faults: [
        'G05',
        'G10',
        'G13',
        'G14',
        'G18',
        'G20',
        'G21',
        'G25',
        'G26',
        'G27',
        'G32',
        'G36',
        'G40',
        'A01',
        'A02',
        'A04',
        'A05',
        'A06',
      ],
      mayFail: ['G02', 'G06', 'G08', 'G11', 'G12', 'G16', 'G17', 'G22', 'G24', 'G28', 'G29', 'G33', 'G37', 'G09'],
      notes:
        'Follow page before the menu; counting and risk scripts with ids at load; dialog after 3 s with one answer; tick drawn by class, ticked; name, phone, birthday and sex required at a dine-in checkout; membership layer at each stage; phone leaves base64 in a beacon while typed.',
    },
    'Asks once, both answers equal, order needs no personal data; optional membership with purpose and an empty tick.',
  ),
  site('s1-gate-faulty', 's1-clean', 'S1', {
    channel: 'dine-in',
    faults: ['G08', 'G10', 'G14', 'G20', 'G21', 'G31', 'A03'],
    mayFail: ['G02', 'G11', 'G12', 'G18', 'G22', 'G24', 'G32', 'G36', 'A04'],
    notes: 'Location asked at load without a word why; refused means no shop and no menu; the only refusal is a faint link that leaves.',
  }),
  ...pair(
    's1-delivery',
    'S1',
    {
      channel: 'delivery',
      faults: ['G06', 'G13', 'G14', 'G20', 'G21', 'G26', 'G40', 'A08'],
      mayFail: ['G05', 'G08', 'G10', 'G11', 'G12', 'G16', 'G18', 'G22', 'G25', 'G32', 'G33', 'G37'],
      notes:
        'Dialog in a same-origin frame with one answer; native tick ticked; birthday and identity number demanded for a delivery; phone as a plain GET to an advertiser when the field is left.',
    },
    'Name, phone and address are necessary here and told with purpose; the courier is named and agreed to by its own empty tick; pick-up needs nothing.',
  ),
  ...pair(
    's2',
    'S2',
    {
      faults: ['G01', 'G02', 'G10', 'G13', 'G17', 'G20', 'G21', 'G25', 'G26', 'G27', 'G28', 'G40', 'G56', 'B01', 'B02', 'B04', 'B05'],
      mayFail: ['G03', 'G04', 'G05', 'G06', 'G08', 'G12', 'G14', 'G16', 'G18', 'G22', 'G29', 'G32', 'G33', 'G36', 'G37'],
      notes:
        'The parking code opens the member centre; the button that says pay opens registration; phone, owner name, birthday demanded, then following; policy link is dead; third-party policies under one ticked box; advertisement with a countdown, a faint cross that needs two taps and a return; phone and plate as plain GET.',
    },
    'Plate, fee, pay; the plate is necessary and nothing else is asked.',
  ),
  ...pair(
    's3',
    'S3',
    {
      faults: ['G10', 'G11', 'G13', 'G14', 'G20', 'G21', 'G26', 'G29', 'G37', 'G38', 'G40', 'C01', 'C02', 'C03'],
      mayFail: ['G05', 'G06', 'G08', 'G12', 'G16', 'G18', 'G22', 'G24', 'G25', 'G32', 'G33', 'G36', 'G02', 'G17'],
      notes:
        'Dialog in an open shadow root; saying no asks again without end; ARIA tick ticked; the trial form asks for the child’s name, birth date and school; enrolment asks for identity number, health, parents’ job; no rule for children, no guardian step; phone leaves as SHA-256.',
    },
    'Trial without any data of the child, phone optional; enrolment asks the four items with a guardian’s separate empty tick and a rule for children.',
  ),
];
