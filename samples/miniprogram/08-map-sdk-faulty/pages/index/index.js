const QQMapWX = require('../../libs/qqmap-wx-jssdk.min.js');
Page({
  onLoad() {
    this.map = new QQMapWX({ key: 'DEMO0-DEMO0-DEMO0-DEMO0' });
    wx.getLocation({ type: 'gcj02', success: (at) => this.map.reverseGeocoder({ location: at }) });
  },
});
