/**
 * Hosts rented out by the label. Public-suffix data gives many of these one registrable domain although each label is another customer.
 * `suffix` labels may hold `*` (any label) or end in `*` (prefix). `tenant` limits which labels are customers; the rest belong to the vendor.
 */
export interface RentedSuffix {
  readonly suffix: string;
  /** `bucket` and `compute`: who rents it cannot be read from the name. `shop` and `form`: the label is one merchant. */
  readonly kind: 'bucket' | 'compute' | 'shop' | 'form';
  readonly company: string;
  readonly tenant?: RegExp;
}

const ALIBABA = '阿里云计算有限公司';
const TENCENT = '腾讯云计算（北京）有限责任公司';
const QINIU = '上海七牛信息技术有限公司';
const UPYUN = '杭州又拍云科技有限公司';
const BAIDU = '北京百度网讯科技有限公司';
const HUAWEI = '华为云计算技术有限公司';
const VOLC = '北京火山引擎科技有限公司';
const AMAZON = 'Amazon Web Services';
const YOUZAN = '杭州有赞科技有限公司';
const WEIMOB = '上海微盟企业发展有限公司';

export const RENTED_SUFFIXES: readonly RentedSuffix[] = [
  { suffix: 'oss-*.aliyuncs.com', kind: 'bucket', company: ALIBABA },
  { suffix: 'cos.*.myqcloud.com', kind: 'bucket', company: TENCENT },
  { suffix: 'file.myqcloud.com', kind: 'bucket', company: TENCENT },
  { suffix: 'cos.*.tencentcos.cn', kind: 'bucket', company: TENCENT },
  { suffix: 'bkt.clouddn.com', kind: 'bucket', company: QINIU },
  { suffix: 'qiniucdn.com', kind: 'bucket', company: QINIU },
  { suffix: 'qiniudn.com', kind: 'bucket', company: QINIU },
  { suffix: 's3.*.qiniucs.com', kind: 'bucket', company: QINIU },
  { suffix: 'b0.upaiyun.com', kind: 'bucket', company: UPYUN },
  { suffix: 'b0.aicdn.com', kind: 'bucket', company: UPYUN },
  { suffix: 'test.upcdn.net', kind: 'bucket', company: UPYUN },
  { suffix: '*.bcebos.com', kind: 'bucket', company: BAIDU },
  { suffix: 'obs.*.myhuaweicloud.com', kind: 'bucket', company: HUAWEI },
  { suffix: 'obs.*.myhuaweicloud.cn', kind: 'bucket', company: HUAWEI },
  { suffix: 'ks3-*.ksyuncs.com', kind: 'bucket', company: '北京金山云网络技术有限公司' },
  { suffix: 's3.*.jdcloud-oss.com', kind: 'bucket', company: '京东云计算有限公司' },
  { suffix: 'tos-*.volces.com', kind: 'bucket', company: VOLC },
  { suffix: '*.ufileos.com', kind: 'bucket', company: '优刻得科技股份有限公司' },
  { suffix: 's3.amazonaws.com', kind: 'bucket', company: AMAZON },
  { suffix: 's3.*.amazonaws.com', kind: 'bucket', company: AMAZON },
  { suffix: 's3.*.amazonaws.com.cn', kind: 'bucket', company: AMAZON },
  { suffix: 'blob.core.windows.net', kind: 'bucket', company: 'Microsoft' },
  { suffix: 'blob.core.chinacloudapi.cn', kind: 'bucket', company: '上海蓝云网络科技有限公司' },
  { suffix: 'r2.dev', kind: 'bucket', company: 'Cloudflare' },

  { suffix: '*.fcapp.run', kind: 'compute', company: ALIBABA },
  { suffix: 'tcloudbaseapp.com', kind: 'compute', company: TENCENT },
  { suffix: '*.run.tcloudbase.com', kind: 'compute', company: TENCENT },
  { suffix: 'service.tcloudbase.com', kind: 'compute', company: TENCENT },
  { suffix: '*.apigw.tencentcs.com', kind: 'compute', company: TENCENT },
  { suffix: 'github.io', kind: 'compute', company: 'GitHub' },
  { suffix: 'gitee.io', kind: 'compute', company: '深圳市奥思网络科技有限公司' },
  { suffix: 'vercel.app', kind: 'compute', company: 'Vercel' },
  { suffix: 'netlify.app', kind: 'compute', company: 'Netlify' },
  { suffix: 'pages.dev', kind: 'compute', company: 'Cloudflare' },
  { suffix: 'workers.dev', kind: 'compute', company: 'Cloudflare' },
  { suffix: 'herokuapp.com', kind: 'compute', company: 'Salesforce' },
  { suffix: 'web.app', kind: 'compute', company: 'Google' },
  { suffix: 'firebaseapp.com', kind: 'compute', company: 'Google' },
  { suffix: 'appspot.com', kind: 'compute', company: 'Google' },
  { suffix: 'onrender.com', kind: 'compute', company: 'Render' },
  { suffix: 'fly.dev', kind: 'compute', company: 'Fly.io' },
  { suffix: 'azurewebsites.net', kind: 'compute', company: 'Microsoft' },
  { suffix: 'cloudfront.net', kind: 'compute', company: AMAZON },
  { suffix: 'ngrok.io', kind: 'compute', company: 'ngrok' },
  { suffix: 'ngrok-free.app', kind: 'compute', company: 'ngrok' },

  { suffix: 'youzan.com', kind: 'shop', company: YOUZAN, tenant: /^(shop)?\d{4,}(-\d+)?$/ },
  { suffix: 'm.youzan.com', kind: 'shop', company: YOUZAN, tenant: /^(shop)?\d{4,}(-\d+)?$/ },
  { suffix: 'shop.n.weimob.com', kind: 'shop', company: WEIMOB },
  { suffix: 'retail.n.weimob.com', kind: 'shop', company: WEIMOB },
  { suffix: 'weimob.com', kind: 'shop', company: WEIMOB, tenant: /^\d{4,}$/ },
  { suffix: 'h5.xiaoeknow.com', kind: 'shop', company: '深圳小鹅网络技术有限公司', tenant: /^app/ },
  { suffix: 'v.weidian.com', kind: 'shop', company: '北京口袋时尚科技有限公司', tenant: /^shop/ },
  { suffix: 'myshopify.com', kind: 'shop', company: 'Shopify' },

  {
    suffix: 'feishu.cn',
    kind: 'form',
    company: '北京飞书科技有限公司',
    tenant: /^(?!www$|open$|passport$|login$|accounts$|internal-api|lf\d|p\d|s\d|sf\d|mcs$|slardar)/,
  },
  { suffix: 'aliwork.com', kind: 'form', company: '钉钉（中国）信息技术有限公司', tenant: /^(?!www$|static$|g$)/ },
  { suffix: 'mikecrm.com', kind: 'form', company: '上海火速信息科技有限公司', tenant: /^(?!www$|cdn|static|open$|help$)/ },
  { suffix: 'jinshuju.com', kind: 'form', company: '西安金数据科技有限公司', tenant: /^(?!www$|help$|account$|cdn)/ },
];

/** Registrable domains whose hosts serve many merchants, told apart by path or parameter only. */
export const SHARED_SAAS: Readonly<Record<string, string>> = {
  'youzan.com': YOUZAN,
  'weimob.com': WEIMOB,
  'meituan.com': '北京三快在线科技有限公司',
  'dianping.com': '上海汉涛信息咨询有限公司',
  'keruyun.com': '客如云科技（北京）股份有限公司',
  '2dfire.com': '杭州迪火科技有限公司',
  'hualala.com': '北京多来点信息技术有限公司',
  'feishu.cn': '北京飞书科技有限公司',
  'jinshuju.net': '西安金数据科技有限公司',
  'jinshuju.com': '西安金数据科技有限公司',
  'wjx.cn': '长沙冉星信息科技有限公司',
  'wjx.top': '长沙冉星信息科技有限公司',
  'mikecrm.com': '上海火速信息科技有限公司',
  'xiaoeknow.com': '深圳小鹅网络技术有限公司',
  'weidian.com': '北京口袋时尚科技有限公司',
};

/** Names a shop's own host is an alias of when it only rents delivery or a server: the shop stays the one who answers. */
export const RENTED_ALIASES: readonly string[] = [
  'alikunlun.com',
  'kunlunaq.com',
  'kunlunar.com',
  'kunlunca.com',
  'kunlungr.com',
  'kunlunsl.com',
  'kunluncan.com',
  'kunlunea.com',
  'kunlunhuf.com',
  'cdngslb.com',
  'alicdn.com',
  'aliyuncs.com',
  'aliyunddos1001.com',
  'aliyunwaf.com',
  'yundunwaf.com',
  'yundunwaf2.com',
  'yundunwaf3.com',
  'yundunwaf5.com',
  'dnsv1.com',
  'dnsv1.com.cn',
  'tdnsv5.com',
  'tdnsv6.com',
  'tcdn.qq.com',
  'tencent-cloud.net',
  'myqcloud.com',
  'qcloudwzgj.com',
  'eo.dnse1.com',
  'qiniudns.com',
  'qiniu.com',
  'clouddn.com',
  'upaiyun.com',
  'aicdn.com',
  'upcdn.net',
  'jomodns.com',
  'bcebos.com',
  'yunjiasu-cdn.net',
  'shifen.com',
  'hwcdns.com',
  'cdnhwc1.com',
  'cdnhwc2.com',
  'cdnhwc3.com',
  'cdnhwc5.com',
  'cdnhwc8.com',
  'myhuaweicloud.com',
  'huaweicloudwaf.com',
  'volcgslb.com',
  'bytedns.com',
  'bytedns1.com',
  'volccdn.com',
  'wscdns.com',
  'wswebcdn.com',
  'wsdvs.com',
  'lxdns.com',
  'wsglb0.com',
  'chinanetcenter.com',
  'ksyuncdn.com',
  'cloudflare.net',
  'cloudfront.net',
  'akamaiedge.net',
  'akamai.net',
  'edgekey.net',
  'edgesuite.net',
  'fastly.net',
  'fastlylb.net',
  'azureedge.net',
  'trafficmanager.net',
  'amazonaws.com',
  'amazonaws.com.cn',
  'elasticbeanstalk.com',
  'vercel-dns.com',
  'netlify.app',
  'github.io',
  'herokudns.com',
];
