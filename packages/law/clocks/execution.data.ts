import type { Clock } from './clock.ts';
import { calendarDays, clock, months, once, workingDays, years } from './define.ts';

const counting = 'PROC:80';

/** Payment, enforcement, closing, remedies, limitation (T28–T38). */
export const executionClocks: readonly Clock[] = [
  clock('T28', {
    start: { zh: '当事人收到行政处罚决定书', en: 'the party received the decision' },
    duty: { zh: '缴纳罚款', en: 'pay the fine' },
    limit: calendarDays(15),
    extensions: [once(null)],
    law: ['PROC:72', 'PROC:74', 'APL:67'],
    counting,
    note: {
      zh: '确有经济困难的，经书面申请和机关负责人批准，可以暂缓或者分期缴纳，期限以批准为准。',
      en: 'In hardship the head may allow deferral or instalments on written request; the permission fixes the term.',
    },
  }),
  clock('T29', {
    start: { zh: '逾期不缴纳罚款', en: 'the fine is overdue' },
    duty: {
      zh: '每日按罚款数额的百分之三加处罚款，加处部分不超过罚款本数',
      en: 'a surcharge of 3% a day runs, capped at the fine itself',
    },
    law: ['PROC:75', 'APL:72'],
    counting,
  }),
  clock('T30a', {
    start: { zh: '当场收缴罚款', en: 'a fine was collected on the spot' },
    duty: { zh: '执法人员把罚款交至所在机关', en: 'the officers hand the money in' },
    limit: workingDays(2),
    law: ['PROC:73'],
    counting,
  }),
  clock('T30b', {
    start: { zh: '机关收到当场收缴的罚款', en: 'the office received the money' },
    duty: { zh: '把罚款缴付银行', en: 'pay it into the bank' },
    limit: workingDays(2),
    law: ['PROC:73'],
    counting,
  }),
  clock('T31', {
    start: { zh: '作出当场处罚决定', en: 'a decision was made on the spot' },
    duty: { zh: '把案件材料归档备案', en: 'file the papers' },
    limit: workingDays(7),
    law: ['PROC:70'],
    counting,
  }),
  clock('T32', {
    start: { zh: '催告书送达当事人', en: 'the demand letter was served' },
    duty: { zh: '当事人履行处罚决定', en: 'the party performs the decision' },
    limit: workingDays(10),
    law: ['PROC:76', 'Coerce:54'],
    counting,
  }),
  clock('T33', {
    start: { zh: '复议、诉讼期限届满而当事人不履行', en: 'the periods for review and suit are over and the party has not performed' },
    duty: { zh: '申请人民法院强制执行', en: 'apply to the court for enforcement' },
    limit: months(3),
    law: ['PROC:76', 'Coerce:53'],
    counting,
    note: {
      zh: '批准暂缓或者分期缴纳的，自暂缓或者分期期限届满之日起算。',
      en: 'Where payment was deferred, counting starts at the end of the deferral.',
    },
  }),
  clock('T34', {
    start: { zh: '出现结案情形', en: 'a ground for closing arose' },
    duty: { zh: '填写结案审批表，报请批准结案', en: 'submit the case for closing' },
    limit: workingDays(15),
    law: ['PROC:77'],
    counting,
  }),
  clock('T35', {
    start: { zh: '当事人知道处罚决定', en: 'the party learned of the act' },
    duty: { zh: '申请行政复议', en: 'apply for administrative review' },
    limit: calendarDays(60),
    law: ['Review:20'],
    counting: 'Review',
  }),
  clock('T36', {
    start: { zh: '当事人知道处罚决定', en: 'the party learned of the act' },
    duty: { zh: '提起行政诉讼', en: 'sue' },
    limit: months(6),
    law: ['Suit:46'],
    counting: 'Suit',
    confidence: 'M',
    note: { zh: '期限见总局文书格式；条文号凭记忆记录。', en: 'The limit stands in the official form; the article is from memory.' },
  }),
  clock('T37', {
    start: { zh: '当场作出处罚决定', en: 'a penalty was imposed on the spot' },
    duty: {
      zh: '当事人不服的，须先申请行政复议再起诉；决定书应当写明',
      en: 'review must come before suit, and the party must be told so',
    },
    law: ['Review:23(1)(1)'],
    counting: 'Review',
    validFrom: '2024-01-01',
  }),
  clock('T38a', {
    measure: 'period',
    start: { zh: '违法行为终了', en: 'the act ended' },
    duty: { zh: '未被发现的，期满不再给予行政处罚', en: 'an act not found by then is no longer penalised' },
    limit: years(2),
    law: ['APL:36'],
  }),
  clock('T38b', {
    measure: 'period',
    start: { zh: '违法行为终了', en: 'the act ended' },
    duty: {
      zh: '涉及公民生命健康安全、金融安全且有危害后果的，未被发现期满不再给予行政处罚',
      en: 'the same for acts that harm life, health or financial safety',
    },
    limit: years(5),
    law: ['APL:36'],
  }),
];
