/** Invented policies in words of our own. Companies, addresses and numbers do not exist. */
export const SECTIONS: Readonly<Record<string, string>> = {
  date: '更新日期：2026年3月1日\n生效日期：2026年3月8日',
  who: '一、我们是谁\n个人信息处理者：苏州云雀茶饮有限公司（以下称“我们”）。注册地址：江苏省苏州市虚构区云雀路9号。\n联系邮箱：hi@yunque.example，客服电话：0512-0000000。',
  collect:
    '二、我们拿到哪些信息\n点单时，您填写手机号和取餐口味，我们收集这些内容用于制作饮品并通知您取餐。\n系统自动记录设备型号与IP地址，目的是排查故障。\n我们不收集您的身份证号和人脸。',
  retention: '三、留多久\n订单相关的内容保存三年，期满删除。',
  rights: '四、您能做什么\n您可以在“我的—隐私”里查阅、复制、更正、删除自己的资料。\n我们在十五个工作日内答复。',
  closing: '五、账号\n需要注销账号时，请打开“我的—账号注销”，须上传手持身份证照片。注销满15天后生效。',
  withdrawal: '六、改主意\n同意之后可以随时撤回，入口在“我的—授权”。',
  sharing: '七、给谁\n为了送货，我们会向杭州信鸽配送有限公司提供收货地址和电话。',
  sdk: '八、软件工具包\nSDK名称：灰喜鹊统计；公司名称：北京灰喜鹊数据有限公司；使用目的：统计访问量；收集信息：设备型号；隐私政策链接：https://magpie.example/p。',
  minors: '九、孩子\n不满十四周岁的儿童使用前，应当由监护人阅读并同意。',
  pushes: '十、推荐\n我们会根据您的点单偏好做个性化推荐，可在“我的—推荐”中关闭。\n优惠短信回复TD即可退订。',
  abroad: '十一、地点\n全部内容存放在中国境内，不向境外提供。',
  safety: '十二、安全\n我们用加密传输保护数据。万一发生泄露，会立即补救并通知您和主管部门。',
  change: '十三、改动\n本政策如有变更，我们会弹窗告知。',
  complaint: '十四、投诉\n有意见可向上述邮箱投诉，也可拨打12345。',
};

/** The whole policy, or without some sections, or with some put otherwise. */
export function policy(without: readonly string[] = [], instead: Readonly<Record<string, string>> = {}): string {
  const parts = Object.entries(SECTIONS).flatMap(([key, text]) => (without.includes(key) ? [] : [instead[key] ?? text]));
  return [
    '云雀茶饮隐私政策',
    '我们珍视每位来店客人的隐私，写下这份说明，请在使用扫码点单之前读完，有不明白的地方可以问店员。',
    ...parts,
  ].join('\n');
}

export const ENGLISH = `Privacy Policy\n${'We collect your phone number and address to deliver the order and keep them for three years. '.repeat(20)}`;
