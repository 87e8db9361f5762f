import { createHash } from 'node:crypto';
import { fileTip, leadingZeros, newFormPage, type TipDraft } from '../../intake/index.ts';
import { within } from '../../store/index.ts';
import { workerContext } from '../../store/index.ts';
import type { Platform } from '../open-platform.ts';

/** Invented tips about invented shops; nobody reported them. */
const TIPS: readonly Omit<TipDraft, 'form'>[] = [
  {
    aim: 'report',
    story: '中午在店里扫桌上的码点餐，一打开就要求授权手机号，点“拒绝”就退回去，看不到菜单。店员说没有纸质菜单。',
    happened: ['forced-phone'],
    scene: 'S1',
    shop: { name: '演示面馆（虚构）漕溪路店', address: '演示广场 2 楼', district: '310104' },
    link: 'https://menu.demo-noodles.example/t?id=7',
  },
  {
    aim: 'report',
    story: '同一家面馆，换了一张桌子也是一样，必须给手机号才能点单。',
    happened: ['forced-phone', 'asked-too-much'],
    scene: 'S1',
    shop: { name: '演示面馆（虚构）漕溪路店', address: '', district: '310104' },
    link: 'https://menu.demo-noodles.example/t?id=12',
  },
  {
    aim: 'complaint',
    story: '停车出口扫码缴费，要先关注公众号才能输车牌。我不想关注，在出口堵了十分钟，最后只好关注。要求删除我的信息。',
    happened: ['forced-follow'],
    scene: 'S2',
    shop: { name: '演示商场（虚构）停车场', address: '地下一层出口', district: '310115' },
    wish: '删除我的微信信息，改成直接输车牌缴费',
    reporter: { name: '演示投诉人甲', contact: '10000000001' },
  },
  {
    aim: 'both',
    story: '给孩子试听过一次课以后，每天接到别的培训机构的电话，能说出孩子的名字和学校。',
    happened: ['passed-on', 'child', 'marketing'],
    scene: 'S3',
    shop: { name: '演示少儿英语（虚构）', address: '', district: '310104' },
    wish: '停止打电话，说明信息给了谁',
    reporter: { name: '演示投诉人乙', contact: '10000000002' },
  },
  {
    aim: 'report',
    story: '租充电宝的小程序要我填身份证号和人脸，不填就借不了。',
    happened: ['asked-too-much', 'face'],
    scene: 'S6',
    shop: { name: '演示充电（虚构）', address: '', district: '310115' },
  },
];

/** Files the invented tips through the same door as everybody's, unless there are tips already. */
export async function fileTips({ store, intake }: Platform): Promise<void> {
  const some = await within(store.worker, workerContext, (tx) => tx.selectFrom('app.tip').select('id').limit(1).executeTakeFirst());
  if (some) return;
  for (const tip of TIPS) {
    const { form, proof } = newFormPage(intake);
    await fileTip(intake, { ...tip, form } as TipDraft, {
      ...proof,
      proof: workOf(proof.challenge, proof.bits),
      answer: '',
      source: 'demonstration',
    });
  }
}

/** The number that a browser would have looked for. */
function workOf(challenge: string, bits: number): string {
  for (let counter = 0; ; counter += 1)
    if (leadingZeros(createHash('sha256').update(`${challenge}:${counter}`).digest()) >= bits) return String(counter);
}
