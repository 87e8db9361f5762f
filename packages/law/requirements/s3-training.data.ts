import type { Requirement } from '../requirement.ts';

/** C01–C09: learning and training of children. */
export const trainingRows: readonly Requirement[] = [
  {
    id: 'C01',
    scenes: ['S3'],
    title: {
      zh: '正式报名之前，未经家长同意不得收集孩子的任何个人信息，包括试听、抽奖和问卷环节',
      en: 'Before formal enrolment nothing about the child is collected without the consent of a parent, not in a trial class, a lucky draw or a questionnaire either',
    },
    observe: {
      zh: '收集线上留资表单和线下登记表，列出其中关于孩子的字段，并查找家长同意的记录。',
      en: 'Collect online and paper lead forms, list the fields about the child, and look for records of a parent’s consent.',
    },
    capture: ['UI', 'DOC'],
    kinds: ['K1'],
    level: 'A',
    levelNote: {
      zh: '表单字段由机器识别；是否取得家长同意须凭记录认定。',
      en: 'The machine reads the form; consent of a parent must be established from records.',
    },
    law: ['PIPL:28', 'PIPL:31', 'PIPL:6', 'CPL:29(1)', 'guidance:training-initiative'],
    confidence: 'F',
    source: 'S-kids',
  },
  {
    id: 'C02',
    scenes: ['S3'],
    title: {
      zh: '报名时只收集四项信息：孩子姓名、孩子出生年月、家长姓名、家长联系方式',
      en: 'At enrolment only four items are collected: the child’s name, the child’s year and month of birth, the parent’s name and the parent’s contact',
    },
    observe: {
      zh: '将报名表、报名页面的字段与上述四项比对，列出多出的项目。',
      en: 'Compare the fields of the enrolment form or page with the four items and list whatever is added.',
    },
    capture: ['UI', 'DOC'],
    kinds: ['K1'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:28', 'IR:23', 'CPL:29(1)', 'guidance:training-initiative'],
    confidence: 'F',
    source: 'S-kids',
  },
  {
    id: 'C03',
    scenes: ['S3', 'S11'],
    title: {
      zh: '不满十四周岁儿童的个人信息按敏感个人信息处理，取得监护人同意，并公布专门规则',
      en: 'Information of children under fourteen is treated as sensitive: a guardian consents and dedicated rules are published',
    },
    observe: {
      zh: '查看监护人同意环节、儿童个人信息处理规则和同意记录。',
      en: 'Look for the guardian’s consent step, the rules for children’s information and the records of consent.',
    },
    capture: ['UI', 'TXT', 'DOC'],
    kinds: ['K1', 'K5'],
    level: 'A',
    levelNote: {
      zh: '有无环节和规则由机器判断；同意是否真实须凭记录认定。',
      en: 'The machine judges whether step and rules exist; whether consent is genuine must be established from records.',
    },
    law: ['PIPL:28', 'PIPL:29', 'PIPL:31', 'NDR:22(3)', 'Child', 'CPL:29(1)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
  {
    id: 'C04',
    scenes: ['S3'],
    title: {
      zh: '不得购买学生名单，也不得从学校或者他人处非法获取学生信息',
      en: 'Lists of pupils are not bought or unlawfully obtained from schools or others',
    },
    observe: {
      zh: '查明招生线索的来源，调取名单文件、聊天记录和付款凭证，并询问销售人员。',
      en: 'Establish where leads come from, obtain list files, chats and payment records, and question the sales staff.',
    },
    capture: ['DATA', 'INT'],
    kinds: ['K1', 'K2'],
    level: 'C',
    law: ['PIPL:10', 'CPL:29(1)', 'CPL:29(2)', 'CSL:46', 'PSAPL:56', 'CrimL:253-1'],
    confidence: 'F',
    source: 'S-kids',
  },
  {
    id: 'C05',
    scenes: ['S3'],
    title: {
      zh: '学员信息应当加密或者去标识化，限定访问权限，并对接触信息的重点人员进行培训',
      en: 'Pupil data are encrypted or de-identified, access is limited, and the staff who handle them are trained',
    },
    observe: {
      zh: '查看系统权限、存储方式和导出记录，查阅培训记录。',
      en: 'Look at access rights, storage and export records, and read the training records.',
    },
    capture: ['DOC', 'DATA'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:51', 'Minor:36', 'CPL:29(2)'],
    confidence: 'F',
    source: 'S-kids',
  },
  {
    id: 'C06',
    scenes: ['S3'],
    title: {
      zh: '儿童签到不得只能使用人脸识别',
      en: 'Face recognition is not the only way for a child to check in',
    },
    observe: {
      zh: '到场查看签到方式，询问能否改用刷卡、点名等方式。',
      en: 'See on site how children check in and ask whether a card or a roll-call can be used instead.',
    },
    capture: ['UI', 'SITE'],
    kinds: ['K1'],
    level: 'A',
    law: ['FR', 'PIPL:28', 'PIPL:31', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'C07',
    scenes: ['S3'],
    title: {
      zh: '公开儿童上课的照片、视频，应当取得监护人同意',
      en: 'Class photographs and videos of children are published only with the consent of a guardian',
    },
    observe: {
      zh: '查看公众号、短视频账号和门店宣传中的儿童影像，调取对应的授权书。',
      en: 'Look at the images of children in accounts, short videos and shop displays, and ask for the matching authorisations.',
    },
    capture: ['TXT', 'DOC', 'UI'],
    kinds: ['K1', 'K2'],
    level: 'B',
    law: ['PIPL:25', 'PIPL:29', 'PIPL:31', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'C08',
    scenes: ['S3'],
    title: {
      zh: '家长拒绝后应当停止营销电话和短信；课程结束后不得继续使用其信息',
      en: 'Marketing calls and messages stop when a parent refuses, and the information is not used further after the course has ended',
    },
    observe: {
      zh: '使用测试号码拒绝后持续观察，查阅课程结束后的信息处理记录。',
      en: 'Refuse with a test number and go on watching; read the records of what happened to the data after the course.',
    },
    capture: ['MSG', 'DOC'],
    kinds: ['K4', 'R'],
    level: 'A',
    law: ['CPL:29(3)', 'IR:24', 'PIPL:47', 'NT:16(2)'],
    confidence: 'F',
    source: 'L-CPL',
  },
  {
    id: 'C09',
    scenes: ['S3', 'S11'],
    title: {
      zh: '处理未成年人个人信息的，应当每年进行合规审计，并将审计情况报告网信等部门',
      en: 'A processor of minors’ information audits its compliance every year and reports the result to the CAC and other departments',
    },
    observe: {
      zh: '查阅最近一个年度的审计报告和报送凭证。',
      en: 'Read the audit report of the latest year and the receipt of its submission.',
    },
    capture: ['DOC'],
    kinds: ['K3'],
    level: 'C',
    law: ['Minor:37', 'PIPL:54'],
    confidence: 'F',
    source: 'L-Minor',
  },
];
