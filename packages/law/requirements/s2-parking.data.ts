import type { Requirement } from '../requirement.ts';

/** B01–B06: paying for parking by code. */
export const parkingRows: readonly Requirement[] = [
  {
    id: 'B01',
    scenes: ['S2'],
    title: {
      zh: '应当在主要点位张贴可以直接打开缴费页面的“纯净码”',
      en: 'A “pure” code that opens the payment page directly is posted at the main points',
    },
    observe: {
      zh: '拍摄各点位的二维码，扫码后查看首个页面是否就是输入车牌或者缴费页面。',
      en: 'Photograph the codes at the main points, scan them, and see whether the first page is the one for the plate or the payment.',
    },
    capture: ['SITE', 'UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'guidance:parking-malls'],
    confidence: 'F',
    source: 'S-park24',
  },
  {
    id: 'B02',
    scenes: ['S2'],
    title: {
      zh: '缴费只需输入车牌和付款两步，不得要求注册、登录、关注或者提供手机号',
      en: 'Paying takes two steps, plate and payment, without registration, log-in, following or a phone number',
    },
    observe: {
      zh: '完整走完缴费流程直至付款之前，记录步数和每一次提示。',
      en: 'Walk through the flow up to the payment itself and record the number of steps and every prompt.',
    },
    capture: ['UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'IR:23', 'CPL:29(1)', 'guidance:parking-malls'],
    confidence: 'F',
    source: 'S-park24',
  },
  {
    id: 'B03',
    scenes: ['S2'],
    title: {
      zh: '用于停车优惠、积分的二维码应当标明用途，并且只收集该服务所需的信息',
      en: 'Codes for discounts or points say what they are for and collect only what that service needs',
    },
    observe: {
      zh: '拍摄优惠码、会员码的说明文字，扫码后列出所收集的字段。',
      en: 'Photograph the captions of discount and member codes, scan them, and list the fields collected.',
    },
    capture: ['SITE', 'UI'],
    kinds: ['K1'],
    level: 'B',
    law: ['PIPL:6', 'PIPL:7', 'CPL:29(1)', 'guidance:parking-malls'],
    confidence: 'F',
    source: 'S-park24',
  },
  {
    id: 'B04',
    scenes: ['S2'],
    title: {
      zh: '缴费时不得要求接受与停车无关的第三方隐私政策',
      en: 'Paying does not require accepting the policy of an unrelated third party',
    },
    observe: {
      zh: '查看缴费前须同意的协议，核对其主体与停车服务经营者的关系。',
      en: 'Look at the agreements that must be accepted before paying, and check how their parties relate to the operator of the car park.',
    },
    capture: ['UI', 'TXT'],
    kinds: ['K1', 'K2'],
    level: 'A',
    law: ['PIPL:14', 'PIPL:16', 'PIPL:23', 'IR:23', 'CPL:29(1)', 'guidance:parking-malls'],
    confidence: 'F',
    source: 'S-park23',
  },
  {
    id: 'B05',
    scenes: ['S2'],
    title: {
      zh: '停车缴费页面应当提供完整、清晰的隐私政策',
      en: 'The parking page offers a privacy policy that is complete and legible',
    },
    observe: {
      zh: '在缴费页面查找隐私政策，对照法定要素逐项检查。',
      en: 'Find the policy on the payment page and check it against the elements that the law requires.',
    },
    capture: ['TXT'],
    kinds: ['K5'],
    level: 'A',
    law: ['PIPL:7', 'PIPL:17', 'CPL:29(1)', 'NT:13(1)', 'guidance:yunnan-scan'],
    confidence: 'F',
    source: 'S-yn',
  },
  {
    id: 'B06',
    scenes: ['S2'],
    title: {
      zh: '不得让任何人仅凭输入车牌即可查看他人车辆的进出记录、照片或者历史缴费信息',
      en: 'Entry and exit times, photographs and past payments of a vehicle are not open to anyone who types its plate',
    },
    observe: {
      zh: '只使用执法人员自有的测试车牌，查看页面和响应中显示了哪些信息。不得输入他人车牌。',
      en: 'Use only a test plate that belongs to the team and see what the page and the response show. Never type the plate of another person.',
    },
    capture: ['UI', 'NET'],
    kinds: ['K3'],
    level: 'B',
    law: ['PIPL:51', 'CPL:29(2)'],
    confidence: 'M',
  },
];
