import type { PiWords } from './pi-words.ts';

/** A vehicle and who may drive it. */
export const VEHICLE_WORDS: readonly PiWords[] = [
  {
    category: 'plate',
    strong: { zh: ['车牌', '车牌号', '车牌号码', '号牌', '牌照号', '新能源车牌', '车辆号牌'], en: ['license plate', 'licence plate', 'number plate', 'plate number', 'plate no', 'vehicle registration', 'registration number', 'car plate'] },
    weak: { zh: ['车号', '车辆号码', '牌照'], en: ['plate'] },
    excluded: ['车牌类型', '车牌颜色', '无牌车', '无车牌', '上牌城市', '上牌时间', '是否上牌', '营业牌照', '门牌', '桌牌', '号牌颜色', '临时车牌说明', '双拼', 'fruit plate', 'plate of'],
    tokens: ['plate', 'plateno', 'platenumber', 'carno', 'carnumber', 'licenseplate', 'platenum', 'chepai', 'chepaihao', 'cph', 'vehicleno', 'carplate', 'licenseno', 'carlicense', 'plates', 'carnum'],
  },
  {
    category: 'vin',
    strong: { zh: ['车架号', '车辆识别代号', '车辆识别代码', '车辆识别码', '发动机号', 'vin码', '车身号'], en: ['vin', 'vehicle identification number', 'chassis number', 'engine number', 'frame number'] },
    weak: { zh: ['车架'], en: [] },
    excluded: [],
    tokens: ['vin', 'vinno', 'vincode', 'frameno', 'chejiahao', 'engineno', 'fadongji'],
  },
  {
    category: 'vehicle',
    strong: { zh: ['现有车辆', '现有车型', '您的爱车', '我的爱车', '保有车辆', '置换车型', '行驶证', '行驶里程', '行驶公里', '上牌时间', '车龄', '现驾车型', '目前用车', '保险到期'], en: ['current car', 'current vehicle', 'trade-in vehicle', 'mileage', 'car you drive', 'your vehicle'] },
    weak: { zh: [], en: [] },
    excluded: ['意向车型', '预约车型', '试驾车型', '选择车型', '车型咨询', '关注车型'],
    tokens: ['mileage', 'currentcar', 'owncar', 'drivingpermit'],
  },
  {
    category: 'driving-licence',
    strong: { zh: ['驾驶证', '驾照', '驾龄', '准驾车型', '驾驶证号', '驾驶证档案'], en: ['driving licence', "driver's license", 'driver license', 'driving license', "driver's licence"] },
    weak: { zh: [], en: [] },
    excluded: ['无需驾照', '驾照考试', '学驾照', '驾照类型课程'],
    tokens: ['driverlicense', 'drivinglicense', 'licencenumber', 'jiazhao', 'driverlicence'],
  },
];
