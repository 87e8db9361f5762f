import type { Requirement } from '../requirement.ts';

/** X01–X04: scenes for which no Shanghai campaign text was found; off unless an office turns them on. */
export const optionalSceneRows: readonly Requirement[] = [
  {
    id: 'X01',
    scenes: ['X1'],
    title: {
      zh: '住宿登记只收集公安规定要求的身份信息，不得将刷脸作为成年旅客的唯一方式，证件复印件不得超出需要留存',
      en: 'Hotel registration takes only the identity data that police rules demand; a face is not the only way for adults, and copies of documents are not kept beyond need',
    },
    observe: {
      zh: '到前台办理或者查看入住流程，查阅登记材料和证件复印件的留存情况。',
      en: 'Watch or go through check-in, and see which registration papers and copies of documents are kept.',
    },
    capture: ['SITE', 'DOC'],
    kinds: ['K1', 'K3'],
    level: 'C',
    law: ['PIPL:6', 'PIPL:19', 'PIPL:51', 'FR', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'X02',
    scenes: ['X2', 'X3', 'X4'],
    title: {
      zh: '健身、美发、摄影等会员登记不得以提供生日、身份证号、收入为条件；对比照片经同意方可使用；人脸门锁应当可选',
      en: 'Membership forms of gyms, hairdressers and photo studios do not make birthday, identity number or income a condition; before-and-after pictures need consent; a face lock is optional',
    },
    observe: {
      zh: '查看会员登记表和协议，核对宣传照片的授权，并查看门禁方式。',
      en: 'Look at the membership form and contract, check the authorisation of published pictures, and see how the door opens.',
    },
    capture: ['DOC', 'SITE'],
    kinds: ['K1', 'K2'],
    level: 'B',
    law: ['PIPL:6', 'PIPL:16', 'PIPL:25', 'FR', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'X03',
    scenes: ['X5'],
    title: {
      zh: '快递面单应当遮盖个人信息或者使用虚拟号码，运单定期销毁，发生信息泄露应当报告邮政管理部门',
      en: 'Waybills show masked information or a virtual number and are destroyed periodically, and a leak is reported to the postal authority',
    },
    observe: {
      zh: '查看待派包裹的面单，查阅运单销毁记录和泄露报告记录；拍照后应当遮盖他人信息。',
      en: 'Look at the labels of parcels, and read the records of destruction and of reported leaks; mask the information of others in the pictures.',
    },
    capture: ['SITE', 'DOC'],
    kinds: ['K3'],
    level: 'A',
    levelNote: {
      zh: '面单是否遮盖可由照片判断；销毁和报告须查阅资料。',
      en: 'A picture shows whether the label is masked; destruction and reporting must be seen from documents.',
    },
    law: ['Exp:35', 'PIPL:51', 'PIPL:57', 'CPL:29(2)'],
    confidence: 'F',
    confidenceNote: {
      zh: '条例第三十五条、第五十四条已核；隐私面单的具体要求凭记忆记录。',
      en: 'Articles 35 and 54 of the regulation were read; the details of privacy waybills are from memory.',
    },
    source: 'L-Exp',
  },
  {
    id: 'X04',
    scenes: ['X5'],
    title: {
      zh: '扫码取件不得强制关注公众号或者以手机号登录',
      en: 'Collecting a parcel by code does not force one to follow an account or log in with a phone number',
    },
    observe: {
      zh: '使用测试包裹扫码取件，记录是否必须关注或者登录。',
      en: 'Collect a test parcel by code and record whether one must follow or log in.',
    },
    capture: ['UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)'],
    confidence: 'M',
  },
];
