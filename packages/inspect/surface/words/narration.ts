/** Tells of what others do, or where to complain of it: it demands nothing itself. */
export const NARRATES =
  /举报|曝光|维权|消保委|消协|违规|违法|乱象|强(制|迫|要)(要求|您|消费者|关注|收集|索要|注册|入会)|强要|被(迫|要求|强制)|(有些|有的|某些|不少|部分|很多)(商家|店家|商户|店铺|餐厅|停车场|app|小程序)|(商家|店家|商户)(不得|要求|强|非要|乱)|(遇到|碰到|发现)[^,。;]{0,12}(要求|强|才能|必须)|不该|乱要/;

/** The text without the sentences that tell of others. */
export const withoutNarration = (text: string): string =>
  text
    .split(/(?<=[。;；！!？?\n])/)
    .filter((sentence) => !NARRATES.test(sentence))
    .join('');
