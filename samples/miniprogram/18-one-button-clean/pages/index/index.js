Page({
  onTap() {
    wx.showModal({ title: '提示', content: '请先登录', showCancel: false });
  },
});
