/** Sentences of the platforms' documentation and of project generators that say nothing of the program they were left in. */
const SAMPLES: readonly RegExp[] = [
  /用于小程序(的)?位置接口的?效果展示/,
  /接口的?(效果)?(展示|演示)|效果展示|示例(文案|文字|内容|说明)|此处(填写|写明|说明)|请(在此)?填写(用途|说明|申请)/,
  /^(test|demo|todo|xxx+|描述|说明|用途|desc|description|测试)$/i,
  /^(你|您)的位置信息(将)?用于?(小程序)?$/,
];

/** The purpose given is the documentation's own sample or a placeholder: it names no purpose. */
export const isSampleText = (words: string): boolean => SAMPLES.some((sample) => sample.test(words.trim()));
