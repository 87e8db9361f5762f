import { fileTip, newFormPage, type TipDraft } from '@liangjian/platform/intake';
import type { Platform } from '@liangjian/platform/run';

export interface FilingRate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU-milliseconds of this process for one tip. */
  readonly nodeCpu: number;
  readonly count: number;
}

const draft = (form: string, turn: number): TipDraft => ({
  form,
  happened: ['forced-phone'],
  story: `扫码点餐必须先填手机号，不填就不能点。店员说没有别的办法。第 ${turn} 次。`,
  scene: 'S1',
  shop: { name: `演示面馆${turn % 500}`, address: '演示路 1 号', district: '310101' },
  aim: 'report',
});

/** Files tips as fast as `clients` at a time can: the whole act, from the checked form to the committed transaction. */
export async function fileTips({ intake }: Platform, clients: number, seconds: number): Promise<FilingRate> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const { form, proof } = newFormPage(intake);
        const began = performance.now();
        await fileTip(intake, draft(form, times.length), { challenge: proof.challenge, proof: '0', answer: '', source: 'bench' }, []);
        times.push(performance.now() - began);
      }
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    nodeCpu: (user + system) / 1000 / times.length,
    count: times.length,
  };
}
