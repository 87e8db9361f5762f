import type { Text } from './text.ts';

/** Where a row comes from. Addresses are left out: press mirrors move; the outlet or document is named instead. */
export interface Source {
  readonly key: string;
  readonly text: Text;
}

type Row = readonly [key: string, zh: string, en: string];

const rows: readonly Row[] = [
  ['L-PIPL', '个人信息保护法文本', 'Text of the Personal Information Protection Law'],
  ['L-CPL', '消费者权益保护法文本', 'Text of the Consumer Protection Law'],
  ['L-CSL', '网络安全法文本（2025 年修正）', 'Text of the Cybersecurity Law (amended 2025)'],
  ['L-NDR', '网络数据安全管理条例文本', 'Text of the Network Data Security Regulation'],
  ['L-IR', '消费者权益保护法实施条例文本', 'Text of the Implementing Regulation'],
  ['L-AdLaw', '广告法文本', 'Text of the Advertising Law'],
  ['L-Minor', '未成年人网络保护条例文本', 'Text of the Regulation on Minors in Cyberspace'],
  ['L-Cred', '征信业管理条例文本', 'Text of the Credit Reporting Regulation'],
  ['L-Exp', '快递暂行条例文本', 'Text of the Interim Regulation on Express Delivery'],
  [
    'SH-C',
    '上海市消费者权益保护条例（2014 年文本；2022 年修订未读）',
    'Shanghai Consumer Protection Regulation (2014 text; revision of 2022 not read)',
  ],
  ['S-31', 'App违法违规收集使用个人信息行为认定方法文本', 'Text of the App method'],
  [
    'S-39',
    '常见类型移动互联网应用程序必要个人信息范围规定（部分类型凭记忆）',
    'Rule on necessary personal information (some rows from memory)',
  ],
  ['S-fr', '人脸识别技术应用安全管理办法内容报道', 'Press on the face recognition measures'],
  ['S-dpo', '个人信息保护负责人信息报送公告内容报道', 'Press on reporting persons in charge'],
  ['S-audit', '合规审计管理办法内容解读', 'Commentary on the audit measures'],
  ['S-cat8', '餐饮行业自查清单报道，2023 年 7 月', 'Press on the catering self-check list, July 2023'],
  ['S-six', '“六不”提示报道，2023 年', 'Press on the six nos, 2023'],
  ['S-gcat', '上海市网络点餐合规指引报道，2023 年 7 月', 'Press on the online-ordering guidance, July 2023'],
  ['S-xuhui', '徐汇区扫码点餐指引报道，2022 年 2 月', 'Press on the Xuhui guidance, February 2022'],
  ['S-seed', '专项行动启动报道（消费者报刊），2023 年 6 月', 'Consumer press on the launch, June 2023'],
  ['S-launch', '专项行动启动报道（网信部门发布），2023 年 6 月', 'Press on the launch by the cyberspace administration, June 2023'],
  ['S-scn', '八类消费场景报道，2023 年', 'Press on the eight scenes, 2023'],
  ['S-hp', '黄浦区专项行动报道，2023 年 9 月', 'Press on the action in Huangpu, September 2023'],
  ['S-loan', '网络理财小贷阶段报道，2023 年 8 月', 'Press on the phase of wealth management and small loans, August 2023'],
  ['S-look', '重点商圈“回头看”报道，2023 年 11 月', 'Press on the look-back in business districts, November 2023'],
  ['S-park23', '商场停车缴费调查报道，2023 年 7 月', 'Press on mall parking, July 2023'],
  ['S-park24', '商场停车“纯净码”报道，2024 年 3 月', 'Press on the pure parking code, March 2024'],
  ['S-yn', '云南扫码消费要求报道，2025 年', 'Press on the Yunnan requirements, 2025'],
  ['S-kids', '培训行业阶段报道，2023 年 8 月至 9 月', 'Press on the training phase, August and September 2023'],
  ['S-chg', '租借充电器阶段报道，2023 年', 'Press on the power-bank phase, 2023'],
  ['S-car', '汽车销售行业合规指引报道，2023 年 10 月', 'Press on the car sales guidance, October 2023'],
  ['S-mall', '商超购物合规指引报道，2023 年 11 月', 'Press on the mall guidance, November 2023'],
  ['S-hn', '海南商超指引报道', 'Press on the Hainan guidance'],
  ['S-vend', '自动售货机整治报道，2024 年', 'Press on vending machines, 2024'],
  ['S-2024sum', '亮剑浦江·2024 总结报道', 'Press on the summary of 2024'],
  ['S-2025ai', '整治 AI 滥用结果通报，2025 年 11 月', 'Notice on the AI action, November 2025'],
  ['S-2025nat', '全国系列专项行动公告报道，2025 年 3 月', 'Press on the national actions, March 2025'],
  ['S-bj', '北京扫码消费指引报道，2023 年 8 月', 'Press on the Beijing guidance, August 2023'],
  ['S-case24', '消费者个人信息典型案例，2024 年 3 月', 'Typical cases, March 2024'],
  ['S-jt', '嘉定区房产企业人脸信息案报道，2022 年', 'Press on the Jiading developer case, 2022'],
];

/** Sources named by rows. */
export const sources: readonly Source[] = rows.map(([key, zh, en]) => ({ key, text: { zh, en } }));
