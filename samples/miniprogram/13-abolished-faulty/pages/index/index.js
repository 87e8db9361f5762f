Page({
  onLoad() {
    wx.authorize({ scope: 'scope.address' });
    wx.getWeRunData({ success: (res) => this.setData({ res }) });
  },
});
