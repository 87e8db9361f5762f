import type { PiWords } from './pi-words.ts';

/** Who somebody is. */
export const IDENTITY_WORDS: readonly PiWords[] = [
  {
    category: 'name',
    strong: {
      zh: ['姓名', '真名', '实名', '您的名字', '你的名字', '怎么称呼', '如何称呼', '您的称呼', '您贵姓', '贵姓', '收货人', '收件人', '取餐人', '取件人', '提货人', '预订人', '预约人', '订餐人', '入住人', '乘车人', '出行人', '投保人', '持卡人', '报名人', '联系人名', '孩子名字', '宝宝名字', '学员名字', '名字', '尊姓大名', '申请人', '借款人', '车主名'],
      en: ['full name', 'your name', 'first name', 'last name', 'surname', 'given name', 'family name', 'real name', 'contact name', 'recipient', 'recipient name', 'guest name', "child's name", 'cardholder name', 'name on card', 'consignee'],
    },
    weak: { zh: ['称呼', '联系人', '姓氏', '尊称', '中文名', '英文名', '签收人', '家长', '监护人', '车主', '业主', '学员', '孩子', '宝宝', '推荐人', '担保人'], en: ['name', 'contact person'] },
    excluded: [
      '门店名', '店铺名', '商家名', '商品名', '公司名', '单位名', '企业名', '学校名', '机构名', '品牌名', '小区名', '楼盘名', '菜名', '用户名', '登录名', '账户名', '账号名', '文件名', '地名', '站名', '实名认证', '昵称', '开户名', '户名', '书名', '课程名', '活动名', '联系人方式', '联系人电话', '联系人手机', '联系人号码', '联系人关系', '紧急联系人电话', '收货人电话', '收货人手机', '收件人电话', '收件人手机', '联系人地址', '收货人地址',
      '家长手机', '家长电话', '家长联系', '家长微信', '孩子年龄', '孩子年级', '孩子生日', '孩子性别', '宝宝年龄', '宝宝生日', '宝宝性别', '学员年龄', '学员年级', '学员生日', '学员性别', '车主电话', '车主手机', '业主电话', '业主手机', '推荐人手机', '推荐人电话', '担保人手机', '担保人电话',
      'user name', 'username', 'company name', 'shop name', 'store name', 'product name', 'school name', 'business name', 'file name', 'display name', 'brand name', 'item name', 'account name', 'nickname', 'nick name', 'login name', 'city name', 'street name', 'event name', 'course name', 'property name', 'project name',
    ],
    tokens: ['realname', 'truename', 'fullname', 'firstname', 'lastname', 'contactname', 'linkman', 'linkname', 'receivername', 'consignee', 'consigneename', 'customername', 'custname', 'studentname', 'childname', 'babyname', 'kidname', 'parentname', 'guestname', 'membername', 'xingming', 'xm', 'ownername', 'cardholder', 'familyname', 'givenname', 'contactperson'],
  },
  {
    category: 'nickname-avatar',
    strong: { zh: ['昵称', '头像', '网名'], en: ['nickname', 'nick name', 'avatar', 'display name', 'profile photo', 'profile picture'] },
    weak: { zh: [], en: [] },
    excluded: ['宠物昵称', '默认头像'],
    tokens: ['nickname', 'nick', 'avatar', 'avatarurl', 'headimg', 'headimgurl', 'headpic'],
  },
  {
    category: 'id-number',
    strong: {
      zh: ['身份证号', '身份证号码', '证件号', '证件号码', '身份证', '身份号码', '护照号', '护照', '港澳通行证', '社保号', '社会保障号', '统一身份', '居民证', '身分证', '居住证号'],
      en: ['id number', 'id card', 'identity number', 'identity card', 'national id', 'passport', 'passport number', 'document number', 'id no', 'ssn', 'social security number'],
    },
    weak: { zh: ['证件', '证件类型'], en: [] },
    excluded: ['身份证照', '身份证正面', '身份证反面', '身份证人像', '身份证国徽', '上传身份证', '拍摄身份证', '身份证图片', '身份证复印件', '手持身份证', '证件照', '企业证件', '身份证上的姓名', '与身份证一致', '和身份证一致', '与证件一致', '请与身份证保持一致', '身份证一致', '证件一致', 'order id number'],
    tokens: ['idcard', 'idcardno', 'idno', 'idnumber', 'identityno', 'identitycard', 'certno', 'certificateno', 'cardid', 'sfz', 'sfzh', 'shenfenzheng', 'passport', 'passportno', 'credno', 'idcardnum'],
  },
  {
    category: 'id-photo',
    strong: {
      zh: ['身份证照', '身份证正面', '身份证反面', '身份证人像', '身份证国徽', '上传身份证', '拍摄身份证', '身份证图片', '身份证复印件', '手持身份证', '手持证件', '证件照', '证件照片', '人像面', '国徽面', '上传证件', '拍摄证件', '户口本', '驾驶证照片', '上传护照'],
      en: ['id photo', 'id card photo', 'photo of id', 'front of id', 'back of id', 'upload id', 'upload your id', 'passport photo', 'photo of your id'],
    },
    weak: { zh: [], en: [] },
    excluded: ['企业证件照'],
    tokens: ['idcardfront', 'idcardback', 'idphoto', 'idfront', 'idback', 'frontimg', 'certphoto'],
  },
  {
    category: 'birth-date',
    strong: {
      zh: ['生日', '出生日期', '出生年月', '出生年份', '出生时间', '生辰', '出生', '年龄', '年纪', '几岁', '多大', '岁数', '月龄', '周岁'],
      en: ['birthday', 'birth date', 'date of birth', 'dob', 'birth year', 'year of birth', 'age', 'your age', 'born'],
    },
    weak: { zh: [], en: [] },
    excluded: ['生日蛋糕', '生日派对', '生日套餐', '生日礼', '生日快乐', '房龄', '车龄', '工龄', '驾龄', '教龄', '年龄段课程', '适用年龄', '生日会', '楼龄', '账龄', '满18周岁', '满十八周岁', '满14周岁', '年满'],
    tokens: ['birthday', 'birth', 'birthdate', 'birthdt', 'dob', 'dateofbirth', 'shengri', 'birthyear', 'bday', 'age', 'childage', 'babyage', 'childbirth'],
  },
  {
    category: 'sex',
    strong: { zh: ['性别', '先生女士', '先生/女士', '先生 女士', '男女', '男/女', '男孩女孩', '男宝女宝', '小王子小公主'], en: ['gender', 'sex', 'mr/ms', 'mr ms', 'male female', 'male/female'] },
    weak: { zh: ['先生', '女士', '小姐'], en: ['salutation', 'title'] },
    excluded: ['男女不限', '男女通用', '男女同款', '男女装', '先生您好', '女士您好', 'product title'],
    tokens: ['sex', 'gender', 'xingbie', 'salutation', 'childsex', 'babysex'],
  },
  {
    category: 'marital',
    strong: { zh: ['婚姻状况', '婚姻', '婚否', '是否已婚', '结婚纪念日', '有无子女', '生育状况', '子女数'], en: ['marital status', 'married', 'wedding anniversary', 'number of children'] },
    weak: { zh: [], en: [] },
    excluded: ['婚纱', '婚宴', '婚庆'],
    tokens: ['marital', 'maritalstatus', 'marriage', 'married', 'hunyin'],
  },
  {
    category: 'religion',
    strong: { zh: ['宗教', '信仰', '民族', '政治面貌'], en: ['religion', 'ethnicity', 'ethnic group', 'political affiliation'] },
    weak: { zh: [], en: [] },
    excluded: ['民族风', '民族菜'],
    tokens: ['religion', 'nation', 'minzu', 'ethnicity'],
  },
  {
    category: 'signature',
    strong: { zh: ['手写签名', '电子签名', '签名确认', '请签名', '签字'], en: ['signature', 'sign here'] },
    weak: { zh: ['签名'], en: [] },
    excluded: ['个性签名', '短信签名'],
    tokens: ['signature', 'signname', 'esign'],
  },
];
