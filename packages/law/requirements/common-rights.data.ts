import type { Requirement } from '../requirement.ts';

/** G32–G38: rights of the person, complaints, sensitive information and minors. */
export const commonRightsRows: readonly Requirement[] = [
  {
    id: 'G32',
    scenes: [],
    title: {
      zh: '应当提供有效的更正、删除个人信息和注销账号的功能',
      en: 'There are working functions to correct and delete personal information and to close the account',
    },
    observe: {
      zh: '查找更正、删除、注销入口；使用测试账号实际操作一次并记录结果。',
      en: 'Find where information can be corrected or deleted and the account closed; try it once with a test account and record the result.',
    },
    capture: ['UI'],
    kinds: ['R'],
    level: 'A',
    levelNote: {
      zh: '有无入口由机器判断；是否真正有效须实际操作确认。',
      en: 'The machine judges whether the way exists; whether it works must be tried.',
    },
    law: ['PIPL:46', 'PIPL:47', 'PIPL:50', 'ECL:24', 'NDR:23', 'App31:6.1'],
    confidence: 'F',
    source: 'S-31',
  },
  {
    id: 'G33',
    scenes: [],
    title: {
      zh: '更正、删除、注销不得设置不必要或者不合理的条件',
      en: 'Correction, deletion and account closing are not tied to needless or unreasonable conditions',
    },
    observe: {
      zh: '记录办理时要求提交的证明材料、捆绑条件，以及是否只能通过电话办理。',
      en: 'Record which proofs are demanded, which conditions are attached, and whether it can be done only by telephone.',
    },
    capture: ['UI'],
    kinds: ['R'],
    level: 'B',
    law: ['PIPL:50', 'ECL:24', 'ECL:76(1)(3)', 'NDR:23', 'App31:6.2'],
    confidence: 'F',
    source: 'S-31',
  },
  {
    id: 'G34',
    scenes: [],
    title: {
      zh: '更正、删除、注销请求应当在承诺期限内答复，承诺期限不得超过十五个工作日；没有承诺的，以十五个工作日为限',
      en: 'Requests to correct, delete or close are answered within the promised time, which may not exceed fifteen working days; without a promise the limit is fifteen working days',
    },
    observe: {
      zh: '用测试账号提出请求，记录提出和答复的日期，并按工作日计时。',
      en: 'Make a request with a test account, record the dates of request and answer, and count the working days.',
    },
    capture: ['UI'],
    kinds: ['R'],
    level: 'A',
    levelNote: {
      zh: '由机器计时；答复是否实质解决问题由执法人员判断。',
      en: 'The machine keeps the time; an officer judges whether the answer settles the request.',
    },
    law: ['PIPL:50', 'ECL:24', 'App31:6.3'],
    confidence: 'F',
    source: 'S-31',
  },
  {
    id: 'G35',
    scenes: [],
    title: {
      zh: '页面显示已更正、删除或者注销的，后台应当实际完成',
      en: 'What is shown as corrected, deleted or closed is really done in the back end',
    },
    observe: {
      zh: '现场查看数据库记录并询问经营者；可用测试账号重新登录验证。',
      en: 'Examine the database on site and question the operator; logging in again with a test account can serve as a check.',
    },
    capture: ['DATA', 'INT'],
    kinds: ['R'],
    level: 'C',
    law: ['PIPL:46', 'PIPL:47', 'App31:6.4'],
    confidence: 'F',
    source: 'S-31',
  },
  {
    id: 'G36',
    scenes: [],
    title: {
      zh: '应当公布个人信息投诉、举报渠道，并在承诺期限内（最长十五个工作日）受理并处理',
      en: 'A channel for complaints about personal information is published and complaints are handled within the promised time, at most fifteen working days',
    },
    observe: {
      zh: '查找投诉、举报渠道；必要时提交一次测试投诉，并按工作日计时。',
      en: 'Look for the complaint channel; where needed, send a test complaint and count the working days.',
    },
    capture: ['TXT', 'UI'],
    kinds: ['R'],
    level: 'A',
    law: ['NDR:20', 'PIPL:50', 'App31:6.5'],
    confidence: 'F',
    source: 'S-31',
  },
  {
    id: 'G37',
    scenes: [],
    title: {
      zh: '处理敏感个人信息应当具有特定目的和充分必要性，采取严格保护措施，告知必要性和对个人权益的影响，并取得单独同意',
      en: 'Sensitive personal information is handled only for a specific purpose and with sufficient necessity and strict protection, after notice of the necessity and the effect on the person, and with separate consent',
    },
    observe: {
      zh: '查看收集敏感个人信息时是否有单独的提示页面或者勾选项，并在政策中查找必要性和影响的说明。',
      en: 'See whether a separate screen or box appears where sensitive information is collected, and look in the policy for the statement of necessity and effect.',
    },
    capture: ['UI', 'TXT'],
    kinds: ['K1'],
    level: 'A',
    levelNote: {
      zh: '有无单独同意由机器判断；必要性由执法人员判断。',
      en: 'The machine judges whether separate consent is asked for; an officer judges the necessity.',
    },
    law: ['PIPL:28', 'PIPL:29', 'PIPL:30', 'NDR:22(2)', 'CPL:29(1)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'G38',
    scenes: [],
    title: {
      zh: '处理不满十四周岁未成年人个人信息的，应当取得监护人同意，并制定专门的处理规则',
      en: 'For the information of a child under fourteen the consent of a guardian is obtained and dedicated handling rules exist',
    },
    observe: {
      zh: '查看是否有年龄确认和监护人同意环节，是否单独公布儿童个人信息处理规则。有年龄提示不等于已经核实年龄。',
      en: 'See whether there are a step for the age and a step for the guardian, and whether separate rules for children are published. An age prompt is no proof of age.',
    },
    capture: ['UI', 'TXT'],
    kinds: ['K1', 'K5'],
    level: 'A',
    levelNote: {
      zh: '有无环节和规则由机器判断；是否实际面向儿童由执法人员判断。',
      en: 'The machine judges whether the step and the rules exist; an officer judges whether children are really addressed.',
    },
    law: ['PIPL:31', 'NDR:21', 'NDR:22(3)', 'Child', 'CPL:29(1)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
];
