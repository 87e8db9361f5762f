import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSamples, type Samples } from '../../../../../samples/server.ts';
import { type Browser, launchBrowser } from '../browser/launch.ts';
import { parseAllowance } from '../guard/address.ts';
import { openVisit, type Visit } from '../testing/open-visit.ts';

let browser: Browser;
let samples: Samples;
beforeAll(async () => {
  [browser, samples] = await Promise.all([launchBrowser(), startSamples()]);
});
afterAll(async () => {
  await samples.close();
  await browser.close();
  browser.discard();
});

/** What the server received and what the ledger says was sent, counted by method and address. */
function counts(entries: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const entry of entries.toSorted()) sums[entry] = (sums[entry] ?? 0) + 1;
  return sums;
}

function sentOf({ of }: Visit): string[] {
  const withheld = new Set(of('withheld').map((event) => event.request));
  const blocked = new Set(
    of('request-failed')
      .filter((event) => event.error === 'csp' || event.error === 'mixed-content')
      .map((event) => event.request),
  );
  return [
    ...of('request').filter((event) => !withheld.has(event.seq) && !blocked.has(event.seq)),
    ...of('websocket')
      .filter((event) => event.direction === 'open')
      .map((event) => ({ method: 'GET', url: event.url })),
  ].map((event) => `${event.method} ${URL.parse(event.url)?.pathname}${URL.parse(event.url)?.search}`);
}

const receivedBy = (site: Samples): string[] =>
  site.log.filter((one) => one.kind !== 'websocket-message').map((one) => `${one.method} ${one.url}`);

// Service workers exist on trustworthy origins only, so the page is visited under both names.
test.each(['origin', 'localOrigin'] as const)(
  'ledger and net-log together hold every request of the adversarial page (%s)',
  async (name) => {
    samples.reset();
    const visit = await openVisit(browser, samples, { allow: parseAllowance([...samples.allow]) });
    expect(await visit.session.goto(`${samples[name]('main.adversarial.test')}/`)).toMatchObject({ ok: true });
    await visit.session.settle('arrive');
    await visit.session.close();
    expect(counts(sentOf(visit))).toEqual(counts(receivedBy(samples)));
    expect(receivedBy(samples).length).toBeGreaterThan(80);
    const figure = visit.session.completeness();
    expect(figure?.missing).toBeLessThan(20);
    expect(figure?.stated).toContain('seen by both');
    // Every frame that left over a socket is there too.
    expect(
      visit
        .of('websocket')
        .filter((event) => event.direction === 'sent')
        .map((event) => event.payload)
        .sort(),
    ).toEqual(
      samples.log
        .filter((one) => one.kind === 'websocket-message')
        .map((one) => one.body.toString())
        .sort(),
    );
  },
);
