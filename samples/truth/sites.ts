import type { Sample } from './sample.ts';

/**
 * Plain http on loopback is the condition of the samples, not a fault: clean twins send no personal data at all and their
 * forms name an https address of the shop itself. In the faulty shops the typed data really leaves in clear.
 * A row is claimed as a fault only where law or guidance says so in words; where the lists leave a field open (power banks, cars) it may fail.
 */
interface Truth {
  readonly channel?: string;
  /** Row ids, parted by spaces. */
  readonly faults: string;
  readonly mayFail: string;
  readonly notes: string;
}

function pair(name: string, scene: string, faulty: Truth, cleanNotes: string): readonly Sample[] {
  return [site(`${name}-faulty`, `${name}-clean`, scene, faulty), clean(name, scene, faulty.channel ?? null, cleanNotes)];
}

const rows = (list: string): readonly string[] => list.split(' ').filter((id) => id !== '');

function site(id: string, twin: string, scene: string, truth: Truth): Sample {
  const { channel = null, notes } = truth;
  return {
    id,
    host: `shop.${id}.test`,
    path: '/',
    scene,
    channel,
    twin,
    judged: 'all',
    faults: rows(truth.faults),
    mayFail: rows(truth.mayFail),
    expectedCannotTell: [],
    expectedLimit: null,
    prompt: null,
    notes,
  };
}

function clean(name: string, scene: string, channel: string | null, notes: string): Sample {
  const truth: Truth = { faults: '', mayFail: '', notes, ...(channel === null ? {} : { channel }) };
  return site(`${name}-clean`, `${name}-faulty`, scene, truth);
}

export const SITES: readonly Sample[] = [
  ...pair(
    's1',
    'S1',
    {
      channel: 'dine-in',
      faults: 'G05 G10 G13 G14 G18 G20 G21 G25 G26 G27 G32 G36 G40 A01 A02 A04 A05 A06',
      mayFail: 'G02 G06 G08 G11 G12 G16 G17 G22 G24 G28 G29 G33 G37 G09',
      notes:
        'Follow page before the menu; counting and risk scripts with ids at load; dialog after 3 s with one answer; tick drawn by class, ticked; name, phone, birthday and sex required at a dine-in checkout; membership layer at each stage; phone leaves base64 in a beacon while typed.',
    },
    'Asks once, both answers equal, order needs no personal data; optional membership with purpose and an empty tick.',
  ),
  site('s1-gate-faulty', 's1-clean', 'S1', {
    channel: 'dine-in',
    faults: 'G08 G10 G14 G20 G21 G31 A03',
    mayFail: 'G02 G11 G12 G18 G22 G24 G32 G36 A04',
    notes: 'Location asked at load without a word why; refused means no shop and no menu; the only refusal is a faint link that leaves.',
  }),
  ...pair(
    's1-delivery',
    'S1',
    {
      channel: 'delivery',
      faults: 'G06 G13 G14 G20 G21 G26 G40 A08',
      mayFail: 'G05 G08 G10 G11 G12 G16 G18 G22 G25 G32 G33 G37',
      notes:
        'Dialog in a same-origin frame with one answer; native tick ticked; birthday and identity number demanded for a delivery; phone as a plain GET to an advertiser when the field is left.',
    },
    'Name, phone and address are necessary here and told with purpose; the courier is named and agreed to by its own empty tick; pick-up needs nothing.',
  ),
  ...pair(
    's2',
    'S2',
    {
      faults: 'G01 G02 G10 G13 G17 G20 G21 G25 G26 G27 G28 G40 G56 B01 B02 B04 B05',
      mayFail: 'G03 G04 G05 G06 G08 G12 G14 G16 G18 G22 G29 G32 G33 G36 G37',
      notes:
        'The parking code opens the member centre; the button that says pay opens registration; phone, owner name, birthday demanded, then following; policy link is dead; third-party policies under one ticked box; advertisement with a countdown, a faint cross that needs two taps and a return; phone and plate as plain GET.',
    },
    'Plate, fee, pay; the plate is necessary and nothing else is asked.',
  ),
  ...pair(
    's3',
    'S3',
    {
      faults: 'G10 G11 G13 G14 G20 G21 G26 G29 G37 G38 G40 C01 C02 C03',
      mayFail: 'G05 G06 G08 G12 G16 G18 G22 G24 G25 G32 G33 G36 G02 G17',
      notes:
        'Dialog in an open shadow root; saying no asks again without end; ARIA tick ticked; the trial form asks for the child’s name, birth date and school; enrolment asks for identity number, health, parents’ job; no rule for children, no guardian step; phone leaves as SHA-256.',
    },
    'Trial without any data of the child, phone optional; enrolment asks the four items with a guardian’s separate empty tick and a rule for children.',
  ),
  ...pair(
    's4',
    'S4',
    {
      faults: 'G10 G13 G14 G20 G21 G25 G26 G33 G37 G40 G54 D01 D02 D03 D04 D05 D09',
      mayFail: 'G02 G05 G06 G08 G11 G12 G16 G17 G18 G22 G24 G29 G32 G34 G09 D06',
      notes:
        'Dialog in a cross-origin frame whose button works without its tick; canvas print at load; products behind a login; one layer for contacts, calls, messages, apps, place, camera; SVG tick ticked for everything at once; income, marriage, employer, contact persons; face as the only way; fields leave as gzip; closing the account wants a photo with the card.',
    },
    'Products and instalments open to all; identity set of the list only; sensitive data and credit inquiry each with a separate empty tick; no face.',
  ),
  ...pair(
    's5',
    'S5',
    {
      faults: 'G03 G10 G13 G20 G21 G26 G36 G39 G40 E04 E09',
      mayFail: 'G02 G05 G06 G08 G12 G14 G16 G17 G18 G22 G24 G25 G29 G32 G33 G37',
      notes:
        'Dialog after 6 s as a picture with an alternative text; policy six taps deep; owners named with full phone on the screen, identity number in the answer of the server; identity number, income, marriage demanded; native tick ticked; phone split over three parameters.',
    },
    'Owner phones masked, contact by relay number, phone optional for a question; a rental wish asks phone, area, layout, rent only.',
  ),
  ...pair(
    's6',
    'S6',
    {
      faults: 'G02 G05 G08 G10 G26 G30 G31 G32 G36 G40 G56 F01 F03 F04 F05 F07',
      mayFail: 'G01 G20 G21 G03 G06 G11 G12 G14 G16 G17 G18 G22 G24 G25 G29 G33 F02 F06 G13',
      notes:
        'No notice at all; place asked at load and no list by hand; phone, nickname, picture before the rental; one-tap layer in a closed shadow root whose no only leads back; advertisement that closes at the third tap; lasting number in localStorage; phone leaves from a worker.',
    },
    'Rental needs the device, times and payment; cabinets by hand-picked district, place only when its button is pressed.',
  ),
  ...pair(
    's7',
    'S7',
    {
      faults: 'G04 G08 G10 G13 G14 G16 G20 G21 G26 G30 G32 G37 G40 G54 H01 H02 H03',
      mayFail: 'G02 G05 G06 G11 G12 G17 G18 G22 G24 G25 G29 G33 G36 G31 G09',
      notes:
        'Place, storage and a number before the dialog is answered; tick drawn by a pseudo-element, ticked; the only way out is a faint cross that leaves; checkout for members only, one-tap layer with one answer, face as the only payment; policy tiny, pale and in traditional script; suggestions without a switch; phone leaves over a WebSocket.',
    },
    'Checkout for everybody, three ways to pay, membership marked optional.',
  ),
  ...pair(
    's8',
    'S8',
    {
      faults: 'G06 G10 G13 G14 G18 G25 G26 G32 G37 G39 G40 I01 I04',
      mayFail: 'G20 G21 G02 G05 G08 G11 G12 G16 G17 G22 G24 G29 G33 G54 I06 I07 I05',
      notes:
        'Chat frame with a number before the answer; refusing is a faint link that leaves; price against name and phone; face, track and credit under one ticked box of a test drive; other customers’ numbers on the page; phone leaves in a beacon when the page is left.',
    },
    'Prices open; a test drive asks a phone with purpose; licence looked at on the spot.',
  ),
];
