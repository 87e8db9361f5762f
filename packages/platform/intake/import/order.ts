import type { Text } from '@liangjian/law';

/** Where orders come from outside the portal. */
export type OrderChannel = '12315' | '12345' | 'report-centre';

/** What a column of an order file may hold. */
export type OrderField =
  | 'order-number'
  | 'received-at'
  | 'kind'
  | 'title'
  | 'content'
  | 'operator-name'
  | 'uscc'
  | 'address'
  | 'district'
  | 'link'
  | 'reporter-name'
  | 'reporter-phone';

/** One order as it goes to intake. Everything a person wrote is unchanged text. */
export interface ImportedOrder {
  readonly channel: OrderChannel;
  /** As in the file, spaces and full-width digits set right; with the channel it names the order for good. */
  readonly orderNumber: string;
  /** Day of receipt in Shanghai, and the moment where the file gives one (`+08:00`). */
  readonly receivedOn: string;
  readonly receivedAt: string | null;
  /** `both`: one paper with a dispute and a report, two files by CMP art. 9. */
  readonly kind: 'complaint' | 'report' | 'both';
  readonly title: string | null;
  readonly content: string;
  readonly operatorName: string | null;
  /** Code or number of the operator as written; checked, but a wrong one does not stop the order. */
  readonly uscc: string | null;
  readonly address: string | null;
  /** District code; null when the file names none. */
  readonly district: string | null;
  readonly link: string | null;
  readonly reporter: { readonly name: string | null; readonly phone: string | null } | null;
}

export interface FieldFacts {
  readonly field: OrderField;
  readonly label: Text;
  readonly required: boolean;
  /** Words of headers that name this field, the surest first; compared after normalisation, longer ones win. */
  readonly words: readonly string[];
  /** A header with this is another matter, though it ends with a word: the address of the reporter is not that of the shop. */
  readonly never?: RegExp;
}

const REPORTER = /(?<!被)(?:投诉人|举报人|来电人|诉求人|联系人|反映人|提供方)/;
const STAFF = /经办|承办|处理|办理|受理人|回复|答复|反馈|派单人|审核/;

export const orderFields: readonly FieldFacts[] = [
  {
    field: 'order-number',
    label: { zh: '工单编号', en: 'order number' },
    required: true,
    words: [
      '工单编号',
      '工单号',
      '登记编号',
      '受理编号',
      '受理单号',
      '投诉编号',
      '举报编号',
      '投诉举报编号',
      '诉求编号',
      '业务编号',
      '事项编号',
      '案件编号',
      '编号',
      '流水号',
      '单号',
      'ordernumber',
      'orderno',
    ],
    never: /营业执照|部门|行政|机构|注册/,
  },
  {
    field: 'received-at',
    label: { zh: '接收时间', en: 'time of receipt' },
    required: true,
    words: [
      '接收时间',
      '收到时间',
      '登记时间',
      '受理时间',
      '来电时间',
      '投诉时间',
      '举报时间',
      '诉求时间',
      '派单时间',
      '转办时间',
      '分派时间',
      '登记日期',
      '受理日期',
      '接收日期',
      '来电日期',
      '举报日期',
      '投诉日期',
      '提交时间',
      '创建时间',
      '时间',
      '日期',
      'receivedat',
    ],
    never: /办结|截止|到期|要求|期限|发生|更新|完成|生日|出生|成立|回复|答复|反馈/,
  },
  {
    field: 'kind',
    label: { zh: '业务类型（投诉或者举报）', en: 'complaint or report' },
    required: false,
    words: ['业务类型', '业务类别', '诉求类型', '诉求类别', '工单类型', '事项类型', '信息类型', '投诉举报类型', '类型', '类别', 'kind'],
  },
  {
    field: 'title',
    label: { zh: '标题', en: 'title' },
    required: false,
    words: ['诉求标题', '工单标题', '标题', '主题', '事由', 'title'],
    never: /回复|答复/,
  },
  {
    field: 'content',
    label: { zh: '内容', en: 'content' },
    required: true,
    words: [
      '诉求内容',
      '投诉内容',
      '举报内容',
      '反映内容',
      '问题描述',
      '具体问题',
      '事实经过',
      '内容描述',
      '详细内容',
      '情况描述',
      '工单内容',
      '内容',
      '描述',
      '诉求',
      'content',
    ],
    never: /处理|办理|回复|答复|反馈|办结/,
  },
  {
    field: 'operator-name',
    label: { zh: '被反映的商家', en: 'operator' },
    required: false,
    words: [
      '被投诉人名称',
      '被举报人名称',
      '被诉方名称',
      '被投诉人',
      '被举报人',
      '被诉方',
      '被投诉单位',
      '被举报单位',
      '被投诉企业',
      '被反映单位',
      '涉及主体',
      '涉及主体名称',
      '企业名称',
      '商家名称',
      '经营者名称',
      '店铺名称',
      '门店名称',
      '主体名称',
      '网站名称',
      'app名称',
      '应用名称',
      '涉事单位',
      '单位名称',
      'operator',
    ],
    never: /承办|办理|处理|受理单位|转办|派单|主管/,
  },
  {
    field: 'uscc',
    label: { zh: '统一社会信用代码', en: 'social credit code' },
    required: false,
    words: ['统一社会信用代码', '社会信用代码', '信用代码', '营业执照号', '注册号', '工商注册号', 'uscc'],
  },
  {
    field: 'address',
    label: { zh: '商家地址', en: 'address of the shop' },
    required: false,
    words: [
      '商家地址',
      '被投诉人地址',
      '被举报人地址',
      '涉及主体地址',
      '经营地址',
      '企业地址',
      '发生地址',
      '发生地点',
      '事发地址',
      '事发地点',
      '地址',
      '地点',
      'address',
    ],
    never: new RegExp(`${REPORTER.source}|户籍|家庭|邮箱|网`),
  },
  {
    field: 'district',
    label: { zh: '所属区', en: 'district' },
    required: false,
    words: ['所属区', '所属区域', '行政区', '行政区划', '所在区', '区县', '辖区', '区域', '发生区', '承办区', 'district'],
    never: new RegExp(`${REPORTER.source}|户籍`),
  },
  {
    field: 'link',
    label: { zh: '网址', en: 'address on the net' },
    required: false,
    words: ['网址', '网站地址', '举报网址', '链接', '链接地址', '网页地址', 'url'],
    never: /官方|来源/,
  },
  {
    field: 'reporter-name',
    label: { zh: '投诉人或者举报人姓名', en: 'name of the complainant or reporter' },
    required: false,
    words: [
      '投诉人姓名',
      '举报人姓名',
      '投诉人',
      '举报人',
      '来电人',
      '诉求人',
      '提供方姓名',
      '提供方',
      '反映人',
      '联系人',
      '姓名',
      'reporter',
    ],
    never: new RegExp(`被|企业|法定代表|${STAFF.source}`),
  },
  {
    field: 'reporter-phone',
    label: { zh: '投诉人或者举报人电话', en: 'telephone of the complainant or reporter' },
    required: false,
    words: ['投诉人电话', '举报人电话', '联系电话', '来电号码', '联系方式', '手机号', '手机号码', '电话', '提供方电话', 'phone'],
    never: new RegExp(`被|企业|商家|单位|主体|店|${STAFF.source}`),
  },
];
