/** The 160 most common family names and the common double ones (public statistics of the household register), for telling names from other words. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤殷温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
export const DOUBLE_SURNAMES = /^(欧阳|上官|皇甫|令狐|诸葛|司马|司徒|申屠|夏侯|慕容|尉迟|长孙|宇文|公孙|东方|南宫|端木|百里|淳于)/;

/** Words after a name label that are no name. */
export const NOT_NAMES =
  /^(请|未|无|暂|必|选|必填|选填|信息|电话|手机|地址|姓名|管理|列表|单位|公司|方式|全部|编辑|查看|添加|新增|修改|确认|提交|客服|门店|任何|包括|相关|应|时|和|以及|高级|金牌|安全|方便|路|项目|成功|时间|关系|全称|明细|文本|管家|单号)/;

/** The person whose data these are is a consumer, an owner, a pupil. */
export const PERSON_LABEL =
  /(收货人|收件人|取餐人|取件人|订餐人|下单人|联系人|预约人|预订人|报名人|入住人|乘车人|提货人|持卡人|借款人|中奖人|获奖人|顾客|买家|客户|用户|会员|业主|房东|车主|乘客|学员|家长|姓名|宝宝|本人|寄件人|投保人|办理人|访客|手机号码?|预留电话|订单电话|收货电话|收货手机|收货地址|家庭住址|家庭地址|recipient|customer|guest|your (name|phone|order))/;
/** The shop's own numbers and people at work. */
export const SHOP_LABEL =
  /(客服|热线|门店|店铺|商家|商户|服务|咨询|投诉|举报|订餐|预订|预约|订座|外卖|送餐|加盟|招商|合作|招聘|官方|公司|总部|总机|前台|物业|售后|售前|报警|救援|保险|监督|监管|消费者|店长|经理|经纪人|置业顾问|顾问|销售|导购|老师|教练|校区|配送员|骑手|司机|快递员|维修|联系我们|咨询电话|服务电话|电话咨询|hotline|customer service|service|support|contact us|store|shop|agent|call us|reservations?)(电话|热线|专线|手机|微信|号码|tel|phone|:|：|\s|$)/;
/** A card or page about a shop. */
export const SHOP_CONTEXT =
  /营业时间|营业中|门店地址|店铺地址|距您|距离|导航|人均|商家信息|关于我们|联系我们|公司地址|经纪人|置业顾问|客服|opening hours|open daily|about us|contact us/;
/** A row about a person: an order, a queue, a list of winners. */
export const PERSON_CONTEXT =
  /订单|取餐|排队|叫号|收货|配送至|送至|收件|预约成功|预约记录|报名|名单|中奖|获奖|会员|业主|房东|车主|访客|登记|缴费记录|先生|女士|姓名|学员|家长|order|recipient|customer|booking/;
export const EXAMPLE = /示例|例如|例:|如:|样例|样式|格式|演示|比如|形如|demo|example|e\.g\.|sample|format/;
