import type { Requirement } from '../requirement.ts';

/** I01–I09: car dealers. */
export const carRows: readonly Requirement[] = [
  {
    id: 'I01',
    scenes: ['S8'],
    title: {
      zh: '询价不得强制提供姓名和手机号；未经同意不得回访推销',
      en: 'Asking for a price does not force name and phone number, and sales calls follow only with consent',
    },
    observe: {
      zh: '在线上和门店分别询价，拒绝留下姓名、手机号，查看能否得到报价；用测试号码观察后续来电。',
      en: 'Ask for a price online and in the showroom, refuse name and phone number, and see whether a price is given; watch a test number for calls.',
    },
    capture: ['UI', 'MSG', 'SITE'],
    kinds: ['K1', 'K4'],
    level: 'A',
    law: ['PIPL:6', 'PIPL:16', 'CPL:29(1)', 'CPL:29(3)', 'IR:24', 'guidance:car-sales'],
    confidence: 'F*',
    source: 'S-car',
  },
  {
    id: 'I02',
    scenes: ['S8'],
    title: {
      zh: '纸质试驾协议、合同应当以显著方式写明收集使用的目的、方式和范围，并取得书面同意',
      en: 'Paper test-drive forms and contracts state purpose, method and scope conspicuously and obtain written consent',
    },
    observe: {
      zh: '调取空白和已签署的表单，查看提示文字是否显著、有无签字。',
      en: 'Obtain blank and signed forms and see whether the notice is conspicuous and signed.',
    },
    capture: ['DOC'],
    kinds: ['K1', 'K5'],
    level: 'B',
    law: ['PIPL:14', 'PIPL:17', 'CPL:29(1)', 'guidance:car-sales'],
    confidence: 'F*',
    source: 'S-car',
  },
  {
    id: 'I03',
    scenes: ['S8'],
    title: {
      zh: '试驾只需核验驾驶证，复印件保存不得超过必要期限',
      en: 'A test drive needs only a check of the licence, and copies are kept no longer than necessary',
    },
    observe: {
      zh: '查看试驾登记材料、驾驶证复印件的存放和清理记录。',
      en: 'Look at the test-drive files, where copies of licences are kept, and when they are cleared.',
    },
    capture: ['DOC'],
    kinds: ['K1'],
    level: 'C',
    law: ['PIPL:6', 'PIPL:19', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'I04',
    scenes: ['S8'],
    title: {
      zh: '收集生物识别、行踪轨迹、征信等敏感信息，应当同步告知必要性并取得单独同意',
      en: 'Biometrics, movement tracks and credit records need notice of the necessity at that moment and separate consent',
    },
    observe: {
      zh: '查看收集上述信息时有无单独的告知和同意。',
      en: 'See whether separate notice and consent accompany the collection of such information.',
    },
    capture: ['UI', 'DOC'],
    kinds: ['K1'],
    level: 'A',
    levelNote: {
      zh: '有无单独同意由机器判断；必要性由执法人员判断。',
      en: 'The machine judges whether separate consent is asked for; an officer judges the necessity.',
    },
    law: ['PIPL:28', 'PIPL:29', 'PIPL:30', 'CPL:29(1)', 'guidance:car-sales'],
    confidence: 'F*',
    source: 'S-car',
  },
  {
    id: 'I05',
    scenes: ['S8'],
    title: {
      zh: '未经同意，不得利用轨迹、导航、驾驶、浏览等数据进行用户画像',
      en: 'Consumers are not profiled from track, navigation, driving or browsing data without consent',
    },
    observe: {
      zh: '查阅政策中的画像条款，调取后台标签和推荐规则。',
      en: 'Read the clause on profiling in the policy, and obtain the tags and rules used in the back end.',
    },
    capture: ['TXT', 'DATA'],
    kinds: ['K1'],
    level: 'C',
    law: ['PIPL:6', 'PIPL:14', 'PIPL:24(2)', 'CPL:29(1)', 'guidance:car-sales'],
    confidence: 'F*',
    source: 'S-car',
  },
  {
    id: 'I06',
    scenes: ['S8'],
    title: {
      zh: '不得以电话、短信、弹窗等方式推销或者反复索取权限',
      en: 'Consumers are not pestered with marketing or permission requests by call, message or pop-up',
    },
    observe: {
      zh: '用测试号码记录来电和短信，统计弹窗和权限提示次数。',
      en: 'Record calls and messages to a test number, and count pop-ups and permission prompts.',
    },
    capture: ['MSG', 'UI'],
    kinds: ['K4'],
    level: 'A',
    law: ['CPL:29(3)', 'IR:24', 'NDR:22(5)', 'guidance:car-sales'],
    confidence: 'F*',
    source: 'S-car',
  },
  {
    id: 'I07',
    scenes: ['S8'],
    title: {
      zh: '未经同意，不得将客户信息提供给保险、贷款、二手车等机构',
      en: 'Customer data are not handed to an insurer, lender or used-car dealer without consent',
    },
    observe: {
      zh: '查阅合作协议和传输记录，使用只提供给该店的测试号码观察第三方来电。',
      en: 'Read the agreements and transfer records, and watch a test number given only to this dealer for calls from third parties.',
    },
    capture: ['DOC', 'INT', 'MSG'],
    kinds: ['K2'],
    level: 'C',
    law: ['PIPL:23', 'CPL:29(2)', 'CPR:11(1)(2)', 'guidance:car-sales'],
    confidence: 'F*',
    source: 'S-car',
  },
  {
    id: 'I08',
    scenes: ['S8'],
    title: {
      zh: '展厅使用音视频采集、人脸分析设备，应当设置标识并取得单独同意',
      en: 'Audio, video or face analytics in the showroom are announced by a sign and need separate consent',
    },
    observe: {
      zh: '拍摄设备和标识，查看系统功能设置。',
      en: 'Photograph the devices and signs and look at the settings of the system.',
    },
    capture: ['SITE'],
    kinds: ['K1', 'K5'],
    level: 'A',
    levelNote: {
      zh: '有无标识可由照片判断；有无分析功能只能现场查明。',
      en: 'A picture shows whether a sign exists; only work on site shows whether analytics run.',
    },
    law: ['PIPL:26', 'PIPL:29', 'FR', 'SH-D:23', 'CPL:29(1)'],
    confidence: 'M',
  },
  {
    id: 'I09',
    scenes: ['S8'],
    title: {
      zh: '载有车架号、车牌、电话、维修记录的客户名单应当限制访问，导出留有日志',
      en: 'Customer lists with VIN, plate, phone number and service history are access-limited and exports are logged',
    },
    observe: {
      zh: '查看系统权限、导出日志和名单存放位置。',
      en: 'Look at access rights, the export log and where the lists are kept.',
    },
    capture: ['DOC', 'DATA'],
    kinds: ['K3'],
    level: 'C',
    law: ['PIPL:51', 'CPL:29(2)'],
    confidence: 'F',
    source: 'L-PIPL',
  },
];
