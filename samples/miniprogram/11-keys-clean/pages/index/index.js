const MAP_KEY = '0123456789abcdef0123456789abcdef';
Page({
  onTap() {
    wx.removeStorageSync('sessionKey');
    wx.request({ url: 'https://restapi.amap.com/v3/weather/weatherInfo', data: { key: MAP_KEY, city: '310000' } });
  },
});
