import type { Requirement } from '../requirement.ts';

/** D01–D09: online wealth management and small loans. */
export const loanRows: readonly Requirement[] = [
  {
    id: 'D01',
    scenes: ['S4'],
    title: {
      zh: '网络借贷、投资理财只收集基本功能所需的信息：手机号，姓名，证件类型、号码和有效期限，银行卡号',
      en: 'Loans and investment collect only the basic set: phone number, name, type, number and validity of the identity document, and bank card number',
    },
    observe: {
      zh: '将申请流程中的必填字段与网络借贷类、投资理财类必要个人信息比对。',
      en: 'Compare the required fields of the application with the rows for loans and for investment in the rule on necessary information.',
    },
    capture: ['NET', 'UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'App39:5(12)', 'App39:5(23)'],
    confidence: 'M',
    confidenceNote: {
      zh: '有此规定已核；第十二、二十三项的文字凭记忆记录，引用前应核对原文。',
      en: 'That the rule exists was read; the wording of rows 12 and 23 is from memory and must be checked before it is cited.',
    },
    source: 'S-39',
  },
  {
    id: 'D02',
    scenes: ['S4'],
    title: {
      zh: '不得以提供通讯录、短信、通话记录或者已安装应用列表作为借款条件',
      en: 'Access to contacts, messages, call logs or the list of installed apps is not a condition for a loan',
    },
    observe: {
      zh: '记录申请过程中的权限提示，拒绝后查看能否继续。',
      en: 'Record the permission prompts during the application, refuse them, and see whether one can go on.',
    },
    capture: ['UI', 'NET'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'App31:4.2', 'guidance:national-2025'],
    confidence: 'F',
    source: 'S-2025nat',
  },
  {
    id: 'D03',
    scenes: ['S4'],
    title: {
      zh: '查询个人信用信息应当取得书面同意并约定用途，不得超出约定用途使用',
      en: 'A credit inquiry needs written consent and an agreed use, and the result is not used for anything else',
    },
    observe: {
      zh: '查看是否有单独的征信查询授权文件，是否写明用途。',
      en: 'See whether there is a separate authorisation for the credit inquiry and whether it states the use.',
    },
    capture: ['DOC', 'UI'],
    kinds: ['K1'],
    level: 'A',
    levelNote: {
      zh: '有无单独授权由机器判断；是否按约定用途使用须查阅资料。',
      en: 'The machine judges whether a separate authorisation exists; actual use must be seen from documents.',
    },
    law: ['Cred:18', 'Cred:20', 'PIPL:29', 'CPL:29(1)'],
    confidence: 'F',
    source: 'L-Cred',
  },
  {
    id: 'D04',
    scenes: ['S4'],
    title: {
      zh: '将借款意向转给贷款机构的，应当列明接收方并取得单独同意，不得以一次勾选同意“全部合作机构”',
      en: 'Forwarding an application to lenders needs a named recipient and separate consent; one tick for “all partners” does not do',
    },
    observe: {
      zh: '查看授权文本所列的接收方，检查是否一次勾选覆盖多家机构，并比对实际数据流向。',
      en: 'Read which recipients the authorisation names, check whether one tick covers several institutions, and compare with the actual flow of data.',
    },
    capture: ['UI', 'TXT', 'NET'],
    kinds: ['K2'],
    level: 'A',
    law: ['PIPL:23', 'PIPL:14', 'CPL:29(2)', 'CPR:11(1)(2)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'D05',
    scenes: ['S4'],
    title: {
      zh: '采集人脸、活体信息应当取得单独同意，说明必要性和保存期限',
      en: 'Face and liveness data are taken only with separate consent and after the necessity and the retention period are stated',
    },
    observe: {
      zh: '查看进入人脸采集之前有无单独的告知和同意，政策是否写明保存期限。',
      en: 'See whether separate notice and consent precede the face step and whether the policy states how long the data are kept.',
    },
    capture: ['UI', 'TXT'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:28', 'PIPL:29', 'PIPL:30', 'FR', 'CPL:29(1)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'D06',
    scenes: ['S4'],
    title: {
      zh: '结清之后应当可以正常注销账号',
      en: 'After settlement the account can be closed',
    },
    observe: {
      zh: '查看注销入口和条件，核对结清后是否仍设障碍。',
      en: 'Look at the way to close the account and its conditions, and check whether obstacles remain after settlement.',
    },
    capture: ['UI'],
    kinds: ['R'],
    level: 'B',
    law: ['PIPL:47', 'PIPL:50', 'ECL:24', 'App31:6.1', 'App31:6.2'],
    confidence: 'F',
    source: 'S-31',
  },
  {
    id: 'D07',
    scenes: ['S4'],
    title: {
      zh: '催收不得利用第三人的个人信息施加压力',
      en: 'Debt collection does not use the information of third persons to apply pressure',
    },
    observe: {
      zh: '查阅催收记录和外包合同，询问借款人和被联系的第三人。',
      en: 'Read the collection records and outsourcing contracts, and question the borrower and the third persons contacted.',
    },
    capture: ['INT', 'DOC'],
    kinds: ['K2'],
    level: 'C',
    law: ['PIPL:10', 'PIPL:13', 'CPL:29(2)'],
    confidence: 'M',
  },
  {
    id: 'D08',
    scenes: ['S4'],
    title: {
      zh: '消费者拒绝后，应当停止推销贷款和额度',
      en: 'Promotion of loans and credit lines stops when the consumer refuses',
    },
    observe: {
      zh: '使用测试号码退订或者明确拒绝，持续观察短信和来电。',
      en: 'Opt out or refuse with a test number, and go on watching messages and calls.',
    },
    capture: ['MSG'],
    kinds: ['K4'],
    level: 'A',
    law: ['CPL:29(3)', 'IR:24', 'CPR:11(1)(3)', 'NT:16(2)'],
    confidence: 'F',
    source: 'L-CPL',
  },
  {
    id: 'D09',
    scenes: ['S4'],
    title: {
      zh: '浏览产品信息不应以登录或者提供个人信息为前提',
      en: 'Products can be browsed before logging in or giving information',
    },
    observe: {
      zh: '不登录直接浏览产品列表和详情，记录在哪一步被要求登录。',
      en: 'Browse the product list and details without logging in, and record at which step a log-in is demanded.',
    },
    capture: ['UI'],
    kinds: ['K1'],
    level: 'B',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)'],
    confidence: 'M',
  },
];
