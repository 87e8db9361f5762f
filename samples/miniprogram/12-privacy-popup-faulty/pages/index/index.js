Page({
  data: { show: true },
  agree() {
    this.setData({ show: false });
    wx.setStorageSync('agreed', true);
  },
  refuse() {
    this.setData({ show: false });
    wx.setStorageSync('agreed', true);
  },
});
