Page({
  onLoad() {
    wx.authorize({ scope: 'scope.address' });
    wx.getClipboardData({ success: (res) => this.setData({ res }) });
  },
});
