import type { Requirement } from '../requirement.ts';

/** H01–H07: shopping in malls and supermarkets. */
export const mallRows: readonly Requirement[] = [
  {
    id: 'H01',
    scenes: ['S7'],
    title: {
      zh: '结账（包括自助结账）不得以入会、提供手机号或者刷脸为条件',
      en: 'Checkout, self-checkout included, works without membership, phone number or face',
    },
    observe: {
      zh: '以非会员身份完成一次购物，记录结账时的每项要求。',
      en: 'Complete one purchase as a non-member and record everything that is asked for at checkout.',
    },
    capture: ['SITE', 'UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'IR:23', 'CPL:29(1)', 'guidance:mall-shopping'],
    confidence: 'F*',
    source: 'S-mall',
  },
  {
    id: 'H02',
    scenes: ['S7'],
    title: {
      zh: '首次运行应当弹窗提示隐私政策；同意之前不得申请位置、存储权限',
      en: 'The policy is shown by a pop-up on first run, and no location or storage permission is asked for before consent',
    },
    observe: {
      zh: '以全新身份打开，记录弹窗与权限申请出现的先后顺序。',
      en: 'Open with a fresh identity and record in which order the pop-up and the permission requests appear.',
    },
    capture: ['UI'],
    kinds: ['K5', 'K1'],
    level: 'A',
    law: ['PIPL:17', 'PIPL:14', 'CPL:29(1)', 'App31:1.2', 'App31:3.1', 'guidance:mall-shopping'],
    confidence: 'F*',
    source: 'S-mall',
  },
  {
    id: 'H03',
    scenes: ['S7'],
    title: {
      zh: '一键获取昵称、头像、手机号应当可以拒绝',
      en: 'One-tap sharing of nickname, avatar or phone number can be refused',
    },
    observe: {
      zh: '在授权提示中选择拒绝，查看能否继续浏览和购物。',
      en: 'Refuse in the prompt and see whether browsing and buying can go on.',
    },
    capture: ['UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:16', 'IR:23', 'CPL:29(1)', 'guidance:hainan-mall'],
    confidence: 'F*',
    source: 'S-hn',
  },
  {
    id: 'H04',
    scenes: ['S7'],
    title: {
      zh: '店内摄像设备未设置标识、未取得单独同意的，不得进行人脸比对',
      en: 'Store cameras do not match faces without a sign and separate consent',
    },
    observe: {
      zh: '拍摄设备和标识；通过系统设置、比对库和日志查明有无人脸比对。',
      en: 'Photograph the devices and signs; establish from settings, reference library and logs whether faces are matched.',
    },
    capture: ['SITE', 'DATA'],
    kinds: ['K1', 'K5'],
    level: 'A',
    levelNote: {
      zh: '有无标识可由照片判断；有无人脸比对只能现场查明。',
      en: 'A picture shows whether a sign exists; only work on site shows whether faces are matched.',
    },
    law: ['PIPL:26', 'PIPL:29', 'FR', 'SH-D:23', 'CPL:29(1)'],
    confidence: 'F',
    source: 'S-case24',
  },
  {
    id: 'H05',
    scenes: ['S7'],
    title: {
      zh: '连接无线网络、抽奖、领取停车券不得强制索取个人信息',
      en: 'Wi-Fi log-in, lucky draws and parking vouchers do not force consumers to give information',
    },
    observe: {
      zh: '逐项参与并拒绝提供信息，查看能否继续。',
      en: 'Take part in each, refuse to give information, and see whether one can go on.',
    },
    capture: ['UI', 'SITE'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'IR:23', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'H06',
    scenes: ['S7'],
    title: {
      zh: '小票和取货屏上的个人信息应当作遮盖处理',
      en: 'Personal information on receipts and pick-up boards is masked',
    },
    observe: {
      zh: '拍摄小票和取货屏，查看手机号、姓名是否完整显示；照片中的他人信息应当遮盖后保存。',
      en: 'Photograph receipts and boards and see whether phone numbers and names are shown in full; mask the information of others before the picture is kept.',
    },
    capture: ['SITE'],
    kinds: ['K3'],
    level: 'A',
    law: ['PIPL:51', 'CPL:29(2)'],
    confidence: 'M',
  },
  {
    id: 'H07',
    scenes: ['S7'],
    title: {
      zh: '品牌之间、商场与商户之间共享个人信息，应当告知并取得单独同意',
      en: 'Sharing between brands or between a mall and its tenants is disclosed and needs separate consent',
    },
    observe: {
      zh: '查阅政策中的共享条款、合作协议和数据传输记录。',
      en: 'Read the sharing clause of the policy, the agreements and the records of transfer.',
    },
    capture: ['TXT', 'DOC'],
    kinds: ['K2'],
    level: 'C',
    law: ['PIPL:23', 'CPL:29(2)', 'CPR:11(1)(2)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
];
