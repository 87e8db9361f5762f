import type { PiCategory } from '@liangjian/law';

export interface ApiEntry {
  readonly pi: readonly PiCategory[];
  /** Key in the privacy list of the platform. */
  readonly key: string | null;
  /** `requiredPrivateInfos` must name it. */
  readonly required: boolean;
  readonly scope: string | null;
  readonly status: 'live' | 'abolished' | 'information';
  /** No other thing is called so: a call counts even when its receiver cannot be told. */
  readonly unique: boolean;
}

type Row = readonly [names: string, pi: string, key: string | null, marks: string, scope?: string];

/**
 * Marks: R in `requiredPrivateInfos`, U unmistakable name, A abolished by the platform, I information only.
 * From the interface table of the WeChat privacy guide; names of Alipay, Douyin and Baidu from their own documents and type packages.
 */
const rows: readonly Row[] = [
  ['getUserProfile', 'nickname-avatar', 'UserInfo', 'UA'],
  ['getUserInfo', 'nickname-avatar', 'UserInfo', 'A', 'scope.userInfo'],
  ['getLocation startLocationUpdate onLocationChange', 'location-precise', 'Location', 'R', 'scope.userLocation'],
  ['startLocationUpdateBackground', 'location-background', 'Location', 'RU', 'scope.userLocationBackground'],
  ['getFuzzyLocation', 'location-fuzzy', 'Location', 'RU', 'scope.userFuzzyLocation'],
  ['chooseLocation choosePoi', 'location-precise', 'ChooseLocation', 'RU'],
  ['chooseAddress', 'address name phone', 'Address', 'RU', 'scope.address'],
  ['chooseInvoiceTitle chooseInvoice', 'name other', 'Invoice', 'U'],
  ['getWeRunData', 'motion', 'RunData', 'U', 'scope.werun'],
  ['chooseLicensePlate', 'plate', 'LicensePlate', 'U'],
  ['chooseImage chooseMedia chooseVideo', 'photos', 'Album', ''],
  ['chooseMessageFile', 'files', 'MessageFile', 'U'],
  ['startRecord RecorderManager.start joinVoIPChat', 'microphone', 'Record', '', 'scope.record'],
  ['createVKSession', 'camera', 'Camera', 'U', 'scope.camera'],
  ['openBluetoothAdapter createBLEPeripheralServer', 'bluetooth', 'BlueTooth', 'U', 'scope.bluetooth'],
  ['saveImageToPhotosAlbum saveVideoToPhotosAlbum', 'photos', 'AlbumWriteOnly', 'UI', 'scope.writePhotosAlbum'],
  ['addPhoneContact', 'contacts', 'Contact', 'UI', 'scope.addPhoneContact'],
  ['addPhoneCalendar addPhoneRepeatCalendar', 'calendar', 'CalendarWriteOnly', 'UI', 'scope.addPhoneCalendar'],
  ['getClipboardData', 'clipboard', 'Clipboard', 'U'],
  ['setClipboardData', 'clipboard', 'Clipboard', 'UI'],
  ['startAccelerometer startCompass startDeviceMotionListening startGyroscope', 'motion', 'DeviceMotion', 'U'],
  ['chooseContact', 'contacts third-person', 'Contact', 'U'],
  [
    'startSoterAuthentication checkIsSupportFacialRecognition startFacialRecognitionVerify startFacialRecognitionVerifyAndUploadVideo faceDetect requestFacialVerify',
    'biometric',
    null,
    'U',
  ],
  ['getLocalIPAddress', 'ip-address', 'DeviceInfo', 'U'],
  ['getWifiList getConnectedWifi onGetWifiList', 'wifi', 'DeviceInfo', 'U'],
  ['getGroupEnterInfo getShareInfo', 'other', null, 'UI'],
  ['getSystemInfo getSystemInfoSync getSystemInfoAsync getDeviceInfo getBatteryInfo', 'device-id', 'DeviceInfo', 'I'],
  ['login', 'platform-id', null, 'I'],
  ['getPhoneNumber', 'phone', 'PhoneNumber', ''],
  ['requestSubscribeMessage', 'other', null, 'UI'],
  // Alipay
  ['getOpenUserInfo getAuthUserInfo', 'nickname-avatar', 'UserInfo', 'U', 'userInfo'],
  ['getAddress', 'address name phone', 'Address', '', 'aliaddress'],
  ['getRunData', 'motion', 'RunData', 'U', 'alipaysports'],
  ['choosePhoneContact chooseAlipayContact', 'contacts third-person', 'Contact', 'U'],
  ['getClipboard', 'clipboard', 'Clipboard', 'U'],
  ['startAPVerify startBizVerify', 'name id-number biometric', null, 'U'],
  ['getAuthCode', 'nickname-avatar', 'UserInfo', ''],
  // Baidu and Douyin
  ['chooseAlbum', 'photos', 'Album', 'U'],
  ['getSwanId getDeviceInfoSync', 'device-id', 'DeviceInfo', 'UI'],
  ['getDouyinUserInfo', 'nickname-avatar', 'UserInfo', 'U'],
];

const entries = new Map<string, ApiEntry>();
for (const [names, pi, key, marks, scope] of rows) {
  for (const name of names.split(' ')) {
    entries.set(name, {
      pi: pi.split(' ') as PiCategory[],
      key,
      required: marks.includes('R'),
      scope: scope ?? null,
      status: marks.includes('A') ? 'abolished' : marks.includes('I') ? 'information' : 'live',
      unique: marks.includes('U'),
    });
  }
}

/** Calls of the platforms that hand over personal information, by their name on the platform object. */
export const API_CATALOGUE: ReadonlyMap<string, ApiEntry> = entries;

/** Permission scopes that `authorize` asks for. */
export const SCOPES: ReadonlyMap<string, readonly PiCategory[]> = new Map(
  (
    [
      ['scope.userLocation', 'location-precise'],
      ['scope.userLocationBackground', 'location-background'],
      ['scope.userFuzzyLocation', 'location-fuzzy'],
      ['scope.record', 'microphone'],
      ['scope.camera', 'camera'],
      ['scope.bluetooth', 'bluetooth'],
      ['scope.writePhotosAlbum', 'photos'],
      ['scope.werun', 'motion'],
      ['scope.addPhoneContact', 'contacts'],
      ['scope.addPhoneCalendar', 'calendar'],
      ['scope.userInfo', 'nickname-avatar'],
      ['scope.address', 'address'],
      ['scope.invoice', 'other'],
      ['scope.invoiceTitle', 'other'],
      ['scope.album', 'photos'],
    ] as const
  ).map(([scope, pi]) => [scope, [pi]]),
);

/** Scopes that no longer ask anything: always granted. */
export const ABOLISHED_SCOPES: ReadonlySet<string> = new Set(['scope.userInfo', 'scope.address', 'scope.invoice', 'scope.invoiceTitle']);
