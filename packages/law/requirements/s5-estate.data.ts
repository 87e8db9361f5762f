import type { Requirement } from '../requirement.ts';

/** E01–E09: estate agencies and sales offices. */
export const estateRows: readonly Requirement[] = [
  {
    id: 'E01',
    scenes: ['S5'],
    title: {
      zh: '房东、租客信息应当来自本人或者经其委托，并记录来源',
      en: 'Information about owners and tenants comes from the person or under a mandate, and its source is recorded',
    },
    observe: {
      zh: '抽查房源，逐条核对委托书和信息来源记录。',
      en: 'Take a sample of listings and check the mandate and the record of the source for each.',
    },
    capture: ['DATA', 'DOC'],
    kinds: ['K1'],
    level: 'C',
    law: ['PIPL:13', 'PIPL:10', 'CPL:29(1)', 'Rent'],
    confidence: 'F',
    source: 'S-case24',
  },
  {
    id: 'E02',
    scenes: ['S5'],
    title: {
      zh: '电脑、手机、移动存储和聊天群中不得存有抓取、购买或者交换得来的业主名单',
      en: 'No scraped, bought or swapped lists of owners are kept on computers, phones, drives or in chat groups',
    },
    observe: {
      zh: '现场检查办公设备，对发现的名单依法提取、计数并固定证据。',
      en: 'Inspect the office devices on site, and lawfully extract, count and fix any list that is found.',
    },
    capture: ['DATA'],
    kinds: ['K1', 'K2'],
    level: 'C',
    law: ['PIPL:10', 'CPL:29(1)', 'CPL:29(2)', 'CSL:46', 'PSAPL:56', 'CrimL:253-1'],
    confidence: 'F',
    source: 'S-case24',
  },
  {
    id: 'E03',
    scenes: ['S5'],
    title: {
      zh: '未经业主同意不得拨打推销电话、发送推销短信，对方拒绝后应当停止',
      en: 'Owners are not called or texted without consent, and contact stops when they refuse',
    },
    observe: {
      zh: '汇总投诉线索，按号码和机构归并，并调取通话、短信记录。',
      en: 'Gather the complaints, group them by number and agency, and obtain call and message records.',
    },
    capture: ['MSG', 'INT'],
    kinds: ['K4'],
    level: 'A',
    levelNote: {
      zh: '是否收到由机器记录；有无事前同意须凭记录认定。',
      en: 'The machine records receipt; earlier consent must be established from records.',
    },
    law: ['CPL:29(3)', 'IR:24', 'CPR:11(1)(3)', 'AdLaw:43(1)'],
    confidence: 'F',
    source: 'L-CPL',
  },
  {
    id: 'E04',
    scenes: ['S5'],
    title: {
      zh: '房源页面不得显示业主手机号，可以使用中转号码',
      en: 'Listing pages hide the owner’s phone number and may use a relay number',
    },
    observe: {
      zh: '检查房源页面和接口响应中是否出现完整手机号，并区分业主号码与经纪人号码。',
      en: 'Check the listing pages and responses for full phone numbers, and tell the owner’s number from the agent’s.',
    },
    capture: ['UI', 'NET'],
    kinds: ['K3'],
    level: 'A',
    law: ['PIPL:51', 'CPL:29(2)'],
    confidence: 'M',
  },
  {
    id: 'E05',
    scenes: ['S5'],
    title: {
      zh: '员工权限按岗位设置，导出留有日志，离职人员权限及时关闭',
      en: 'Staff access follows the role, exports are logged, and the access of leavers is closed',
    },
    observe: {
      zh: '查看账号权限表、导出日志和离职人员账号状态。',
      en: 'Look at the table of access rights, the export log and the accounts of leavers.',
    },
    capture: ['DOC', 'DATA'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:51', 'CPL:29(2)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'E06',
    scenes: ['S5'],
    title: {
      zh: '看房登记、来访登记只收集必要信息，纸质登记表应当妥善保管和销毁',
      en: 'Viewing and visitor forms ask only for what is needed, and paper forms are kept and destroyed safely',
    },
    observe: {
      zh: '拍摄登记表样式，查看存放地点和销毁记录。',
      en: 'Photograph the form, and look at where the forms are kept and at the record of destruction.',
    },
    capture: ['SITE', 'DOC'],
    kinds: ['K1', 'K3'],
    level: 'B',
    law: ['PIPL:6', 'PIPL:51', 'CPL:29(1)', 'CPL:29(2)'],
    confidence: 'M',
  },
  {
    id: 'E07',
    scenes: ['S5'],
    title: {
      zh: '售楼处未经单独同意、未设置标识，不得采集来访者人脸信息',
      en: 'A sales office does not capture visitors’ faces without separate consent and a sign',
    },
    observe: {
      zh: '拍摄摄像设备和提示标识，记录型号；是否识别人脸须查看系统设置和数据。',
      en: 'Photograph the cameras and the sign and note the model; whether faces are recognised must be seen from settings and data.',
    },
    capture: ['SITE'],
    kinds: ['K1', 'K5'],
    level: 'A',
    levelNote: {
      zh: '有无标识可由照片判断；是否采集人脸只能现场查明。',
      en: 'A picture shows whether a sign exists; only work on site shows whether faces are captured.',
    },
    law: ['PIPL:26', 'PIPL:29', 'FR', 'SH-D:23', 'CPL:29(1)'],
    confidence: 'F',
    source: 'S-jt',
  },
  {
    id: 'E08',
    scenes: ['S5'],
    title: {
      zh: '将客户信息提供给贷款、装修、物业等机构，应当取得单独同意',
      en: 'Passing customer data to a lender, decorator or property manager needs separate consent',
    },
    observe: {
      zh: '查阅合作协议、传输记录和单独同意书，询问有关人员。',
      en: 'Read the cooperation agreements, the transfer records and the separate consents, and question the staff concerned.',
    },
    capture: ['DOC', 'INT'],
    kinds: ['K2'],
    level: 'C',
    law: ['PIPL:23', 'CPL:29(2)', 'CPR:11(1)(2)', 'Rent'],
    confidence: 'F',
    source: 'S-jt',
  },
  {
    id: 'E09',
    scenes: ['S5'],
    title: {
      zh: '房屋租售类应用只收集基本功能所需的信息：手机号，以及房源地址、面积户型、期望售价或者租金',
      en: 'Rental and sales apps collect only the basic set: phone number, and the address, area and type and asked price or rent of the home',
    },
    observe: {
      zh: '将必填字段与房屋租售类必要个人信息比对。',
      en: 'Compare the required fields with the row for housing in the rule on necessary information.',
    },
    capture: ['NET', 'UI'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'App39:5(13)'],
    confidence: 'M',
    confidenceNote: {
      zh: '该项文字凭记忆记录，引用前应核对原文。',
      en: 'The wording of the row is from memory and must be checked before it is cited.',
    },
    source: 'S-39',
  },
];
