import type { PiWords } from './pi-words.ts';

/** Body, work, school, whereabouts and device. */
export const LIFE_WORDS: readonly PiWords[] = [
  {
    category: 'health',
    strong: { zh: ['病史', '过敏史', '过敏源', '健康状况', '身体状况', '既往病', '用药', '病历', '身高', '体重', '血型', '视力', '体检', '孕期', '预产期', '怀孕', '疾病', '症状', '手术史', '血压', '血糖', '健康信息'], en: ['allergies', 'allergy', 'medical history', 'health', 'height', 'weight', 'blood type', 'pregnant', 'pregnancy', 'due date of baby', 'symptoms', 'medication'] },
    weak: { zh: ['过敏', '忌口'], en: [] },
    excluded: ['健康食品', '商品重量', '包裹重量', '健康轻食', '健康码说明', '过敏提示', '过敏原提示', 'package weight', 'net weight', 'healthy', 'weight of parcel'],
    tokens: ['height', 'weight', 'bloodtype', 'allergy', 'disease', 'medical', 'health', 'shengao', 'tizhong', 'illness'],
  },
  {
    category: 'biometric',
    strong: { zh: ['人脸', '刷脸', '面部', '指纹', '声纹', '虹膜', '掌纹', '活体', '人脸照片', '人脸录入', '自拍照'], en: ['face', 'face photo', 'facial', 'fingerprint', 'voiceprint', 'selfie', 'palm', 'iris', 'liveness'] },
    weak: { zh: [], en: [] },
    excluded: ['面部护理', '面部清洁', '面部美容', '面部spa', '人脸识别协议', '笑脸', 'facial treatment', 'facial cleanser', 'face mask', 'face cream', 'facebook', 'facial care', 'face value'],
    tokens: ['face', 'faceimg', 'facephoto', 'renlian', 'fingerprint', 'liveness', 'selfie'],
  },
  {
    category: 'education',
    strong: { zh: ['学历', '最高学历', '毕业院校', '学校', '就读学校', '在读学校', '所在学校', '年级', '班级', '学号', '成绩', '幼儿园', '学籍', '在读年级', '考试分数', '学位'], en: ['education', 'school', 'degree', 'grade', 'student id', 'student number', 'university', 'kindergarten', 'class level', 'exam score'] },
    weak: { zh: ['专业'], en: ['major'] },
    excluded: ['学校地址', '驾校', '选择学校', '课程年级', '适合年级', '专业版', '专业服务', '成绩单模板', '成人学历课程', '学历提升课程', 'upgrade', 'high grade', 'grade a', 'class type'],
    tokens: ['education', 'school', 'schoolname', 'grade', 'xueli', 'nianji', 'degree', 'studentno', 'classname', 'university'],
  },
  {
    category: 'occupation',
    strong: { zh: ['职业', '工作单位', '公司名称', '单位名称', '就业情况', '岗位', '职位', '职务', '行业', '从业', '公司地址', '单位地址', '单位电话', '公司电话', '工作年限', '工作性质', '工号', '任职单位', '工作状态'], en: ['occupation', 'employer', 'company', 'company name', 'job title', 'profession', 'employment', 'workplace', 'industry'] },
    weak: { zh: ['公司', '单位', '工作'], en: ['job'] },
    excluded: ['发票抬头', '公司抬头', '保险公司', '快递公司', '物流公司', '计量单位', '单位数量', '工作日', '工作时间', '快递单位', '公司简介', '贷款公司', '租车公司', 'insurance company'],
    tokens: ['occupation', 'company', 'companyname', 'job', 'jobtitle', 'profession', 'zhiye', 'employer', 'workunit', 'industry', 'career', 'organization'],
  },
  {
    category: 'location-precise',
    strong: { zh: ['精确位置', '当前位置', '我的位置', '精准定位', '获取定位', '授权定位', '获取位置', '授权位置', '开启定位', '使用我的位置', '定位当前'], en: ['current location', 'use my location', 'precise location', 'share location', 'my location'] },
    weak: { zh: [], en: [] },
    excluded: [],
    tokens: ['latitude', 'longitude', 'latlng', 'geolocation'],
  },
  {
    category: 'travel',
    strong: { zh: ['行程', '航班号', '车次', '出发地', '目的地', '到达时间', '乘车日期'], en: ['flight number', 'train number', 'itinerary', 'destination'] },
    weak: { zh: [], en: [] },
    excluded: ['行程安排', '行程介绍', '行程推荐', '行程亮点', '目的地推荐', '热门目的地'],
    tokens: ['flightno', 'trainno', 'itinerary'],
  },
  {
    category: 'contacts',
    strong: { zh: ['通讯录', '手机联系人', '导入联系人', '通讯簿'], en: ['address book', 'phone contacts', 'import contacts', 'contact list'] },
    weak: { zh: [], en: [] },
    excluded: [],
    tokens: ['contacts', 'addressbook'],
  },
  {
    category: 'photos',
    strong: { zh: ['上传照片', '上传图片', '选择照片', '个人照片', '生活照', '本人照片', '全身照', '添加图片', '晒图'], en: ['upload photo', 'upload a photo', 'upload picture', 'choose photo', 'your photo'] },
    weak: { zh: ['照片'], en: ['photo'] },
    excluded: ['商品照片', '商品图片', '照片墙', '查看照片'],
    tokens: ['photo', 'photos', 'picture', 'uploadimg'],
  },
];
