import type { Requirement } from '../requirement.ts';

/** G39–G47: technical and organisational measures. */
export const commonSecurityRows: readonly Requirement[] = [
  {
    id: 'G39',
    scenes: [],
    title: {
      zh: '展示个人信息时，不需要显示完整内容的应当作遮盖处理',
      en: 'Personal information is masked on display wherever the full value is not needed',
    },
    observe: {
      zh: '检查订单列表、叫号屏、小票、包裹面单等处，是否显示完整的手机号、姓名或者证件号码。',
      en: 'Check order lists, queue screens, receipts and parcel labels for full phone numbers, names or identity numbers.',
    },
    capture: ['UI', 'SITE'],
    kinds: ['K3'],
    level: 'A',
    levelNote: {
      zh: '由机器按格式识别；当时是否需要完整显示由执法人员判断。',
      en: 'The machine recognises the pattern; an officer judges whether the full value was needed there.',
    },
    law: ['PIPL:51', 'CPL:29(2)'],
    confidence: 'F',
    confidenceNote: {
      zh: '法律依据已核；“遮盖展示”属于通行做法，条文没有直接写明。',
      en: 'The legal basis was read; masking on display is common practice and not spelled out in the article.',
    },
    source: 'L-PIPL',
  },
  {
    id: 'G40',
    scenes: [],
    title: {
      zh: '个人信息不得明文传输，不得写入网址，接口不得返回超出页面需要的个人信息',
      en: 'Personal information is not sent in clear text, not placed in addresses, and not returned by interfaces beyond what the page needs',
    },
    observe: {
      zh: '只检查正常使用过程中产生的通信：是否使用未加密的 HTTP，网址参数中是否含有个人信息，响应是否返回多余字段。不得扫描、猜测编号或者绕过登录。',
      en: 'Check only the traffic that normal use produces: unencrypted HTTP, personal information in the query string, and surplus fields in responses. Do not scan, guess identifiers or bypass a log-in.',
    },
    capture: ['NET'],
    kinds: ['K3'],
    level: 'A',
    law: ['PIPL:51', 'CSL:44(2)', 'CPL:29(2)'],
    confidence: 'F',
    source: 'L-CSL',
  },
  {
    id: 'G41',
    scenes: [],
    title: {
      zh: '应当建立内部管理制度，实行分类管理和权限控制，开展培训，并制定应急预案',
      en: 'Internal rules, classified management, access limits, training and an emergency plan are in place',
    },
    observe: {
      zh: '查阅制度文件、权限清单、培训记录和应急预案，并询问有关人员。',
      en: 'Read the rules, the access list, the training records and the emergency plan, and question the staff concerned.',
    },
    capture: ['DOC', 'INT'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:51', 'CSL:23', 'CSL:27', 'CPL:29(2)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'G42',
    scenes: [],
    title: {
      zh: '网络日志应当留存不少于六个月',
      en: 'Network logs are kept for at least six months',
    },
    observe: {
      zh: '查看日志留存策略和最早一条日志的日期。',
      en: 'Look at the log retention setting and at the date of the oldest log entry.',
    },
    capture: ['DOC', 'DATA'],
    kinds: ['K3'],
    level: 'C',
    law: ['CSL:23(3)', 'PIPL:51'],
    confidence: 'F',
    source: 'L-CSL',
  },
  {
    id: 'G43',
    scenes: [],
    title: {
      zh: '发生个人信息泄露的，应当立即采取补救措施，并按规定内容通知主管部门和个人',
      en: 'After a leak, remedies are taken at once and the authority and the persons concerned are notified with the required content',
    },
    observe: {
      zh: '查阅事件记录、补救措施和通知文本，核对时间先后和通知内容。',
      en: 'Read the incident record, the remedies and the notices, and check the order of time and the content.',
    },
    capture: ['DOC', 'INT'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:57', 'CSL:44(2)', 'NDR:11', 'CPL:29(2)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'G44',
    scenes: [],
    title: {
      zh: '委托处理个人信息应当签订合同，约定目的、期限、方式、种类和保护措施并予以监督；提供和委托处理的记录至少保存三年',
      en: 'Entrusted processing rests on a contract on purpose, term, method, kinds and protection and is supervised; records of providing and entrusting are kept for at least three years',
    },
    observe: {
      zh: '查阅委托处理合同、监督记录以及提供和委托处理记录。',
      en: 'Read the contracts, the records of supervision and the records of providing and entrusting.',
    },
    capture: ['DOC'],
    kinds: ['K2', 'K3'],
    level: 'C',
    law: ['PIPL:21', 'NDR:12', 'CPL:29(2)'],
    confidence: 'F',
    source: 'L-NDR',
  },
  {
    id: 'G45',
    scenes: [],
    title: {
      zh: '处理敏感个人信息、利用个人信息自动化决策、委托处理、向他人提供或者公开个人信息的，应当事前进行个人信息保护影响评估，评估报告和处理情况记录至少保存三年',
      en: 'An impact assessment precedes the handling of sensitive information, automated decisions, entrusting, providing and publishing; its report and the handling record are kept for at least three years',
    },
    observe: {
      zh: '查阅评估报告，核对形成日期是否早于开始处理的日期，内容是否完整。',
      en: 'Read the assessment report, and check that it predates the handling and that it is complete.',
    },
    capture: ['DOC'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:55', 'PIPL:56'],
    confidence: 'F',
    confidenceNote: {
      zh: '应当评估的情形已核；保存三年的期限凭记忆记录，引用前应核对原文。',
      en: 'The cases that need an assessment were read; the three-year period is from memory and must be checked before it is cited.',
    },
    source: 'L-PIPL',
  },
  {
    id: 'G46',
    scenes: [],
    title: {
      zh: '处理一百万人以上个人信息的，应当指定个人信息保护负责人，并在达到该数量之日起三十个工作日内报送其信息',
      en: 'A processor with the information of one million people or more names a person in charge and reports that person within thirty working days of reaching the number',
    },
    observe: {
      zh: '核对处理人数、任命文件和报送回执。',
      en: 'Check the number of people, the appointment and the receipt of the report.',
    },
    capture: ['DOC'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:52', 'DPO'],
    confidence: 'F',
    source: 'S-dpo',
  },
  {
    id: 'G47',
    scenes: [],
    title: {
      zh: '应当定期开展个人信息保护合规审计：处理超过一千万人信息的，至少每两年一次；其他处理者按合理周期；小型处理者可以采用简化方式',
      en: 'Compliance audits take place: at least once every two years above ten million people, at reasonable intervals otherwise, and in the simplified form for small processors',
    },
    observe: {
      zh: '查阅最近一次审计报告及其日期，核对处理人数所属档次。',
      en: 'Read the latest audit report and its date, and check into which size class the number of people falls.',
    },
    capture: ['DOC'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:54', 'Audit', 'Small'],
    confidence: 'F',
    confidenceNote: {
      zh: '审计义务已核；审计频次和小型处理者的简化方式来自二手资料，引用前应核对原文。',
      en: 'The duty was read; the frequency and the simplified form come from secondary sources and must be checked before they are cited.',
    },
    source: 'S-audit',
  },
];
