Page({
  onLoad() {
    wx.authorize({ scope: 'scope.address' });
    wx.getUserInfo({ success: (res) => this.setData({ res }) });
  },
});
