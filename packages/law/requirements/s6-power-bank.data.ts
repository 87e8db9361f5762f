import type { Requirement } from '../requirement.ts';

/** F01–F07: renting a power bank. */
export const powerBankRows: readonly Requirement[] = [
  {
    id: 'F01',
    scenes: ['S6'],
    title: {
      zh: '扫码后尚未租借时，不得索取手机号、昵称或者头像',
      en: 'The page that opens on scanning does not demand phone number, nickname or avatar before anything is rented',
    },
    observe: {
      zh: '扫码后不租借，记录首页提出的每项信息要求，拒绝后查看能否继续。',
      en: 'Scan without renting, record everything the first page asks for, refuse it, and see whether one can go on.',
    },
    capture: ['UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'guidance:power-bank-list'],
    confidence: 'F*',
    source: 'S-chg',
  },
  {
    id: 'F02',
    scenes: ['S6'],
    title: {
      zh: '租借环节只收集开启设备和押金或者免押核验所需的信息',
      en: 'Renting needs only what opens the device and the deposit or credit-free check',
    },
    observe: {
      zh: '记录租借环节的全部字段，由执法人员对照清单判断；清单内容尚未核对，不得作出确定结论。',
      en: 'Record all fields of the rental step for an officer to compare with the list; the content of the list is not confirmed, so no firm conclusion may be drawn.',
    },
    capture: ['UI', 'NET'],
    kinds: ['K1'],
    level: 'B',
    law: ['PIPL:6', 'IR:23', 'CPL:29(1)', 'guidance:power-bank-list'],
    confidence: 'U',
    confidenceNote: {
      zh: '已知存在最小必要清单，清单内容未能核对。',
      en: 'A list of the necessary minimum is known to exist; its content could not be checked.',
    },
    source: 'S-chg',
  },
  {
    id: 'F03',
    scenes: ['S6'],
    title: {
      zh: '查找附近柜机时才使用位置，拒绝定位后仍可手动查看地图',
      en: 'Location is used only to find a cabinet, and the map works by hand when location is refused',
    },
    observe: {
      zh: '打开页面并拒绝定位，查看能否手动选择地点和租借。',
      en: 'Open the page, refuse the location, and see whether a place can be chosen by hand and a device rented.',
    },
    capture: ['UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'guidance:power-bank-list'],
    confidence: 'F*',
    source: 'S-chg',
  },
  {
    id: 'F04',
    scenes: ['S6'],
    title: {
      zh: '消费者应当可以自行注销账号',
      en: 'Consumers can close the account by themselves',
    },
    observe: {
      zh: '查找注销入口，记录步骤和所需条件。',
      en: 'Find where the account can be closed, and record the steps and conditions.',
    },
    capture: ['UI'],
    kinds: ['R'],
    level: 'A',
    law: ['PIPL:47', 'PIPL:50', 'ECL:24', 'App31:6.1', 'guidance:power-bank-list'],
    confidence: 'F*',
    source: 'S-chg',
  },
  {
    id: 'F05',
    scenes: ['S6'],
    title: {
      zh: '应当展示个人信息收集清单和隐私政策摘要',
      en: 'A list of what is collected and a summary of the policy are shown',
    },
    observe: {
      zh: '查看首页、租借页或者设置中是否有收集清单和政策摘要。',
      en: 'See whether the first page, the rental page or the settings show the list and the summary.',
    },
    capture: ['UI', 'TXT'],
    kinds: ['K5'],
    level: 'A',
    law: ['PIPL:17', 'NDR:21', 'CPL:29(1)', 'guidance:power-bank-list'],
    confidence: 'F*',
    source: 'S-chg',
  },
  {
    id: 'F06',
    scenes: ['S6'],
    title: {
      zh: '不得因租借而自动开通付费会员',
      en: 'Using the service does not enrol the consumer as a paying member',
    },
    observe: {
      zh: '查看租借页面的默认选项和付费条款，核对有无自动开通。',
      en: 'Look at the default choices and the terms on the rental page and check whether a paid membership starts by itself.',
    },
    capture: ['UI', 'TXT'],
    kinds: ['none'],
    level: 'B',
    law: ['ECL:19', 'CPL:9'],
    confidence: 'M',
    confidenceNote: {
      zh: '现象见于报道；所列条文（禁止默认搭售、自主选择权）由本工具补充，引用前应核对。',
      en: 'The conduct is known from the press; the articles on default bundling and free choice were added by us and must be checked before they are cited.',
    },
    source: 'S-chg',
  },
  {
    id: 'F07',
    scenes: ['S6'],
    title: {
      zh: '租借流程中的广告应当可以一键关闭',
      en: 'Advertisements in the rental flow close with one tap',
    },
    observe: {
      zh: '点击关闭标志一次，记录是否关闭以及有无倒计时或者再次弹出。',
      en: 'Tap the closing mark once and record whether it closes and whether a timer runs or it returns.',
    },
    capture: ['UI'],
    kinds: ['none'],
    level: 'A',
    law: ['AdLaw:44(2)', 'IAd:10'],
    confidence: 'F',
    source: 'L-AdLaw',
  },
];
