Page({
  choose() {
    wx.chooseAddress({ success: (address) => this.setData({ address }) });
  },
});
