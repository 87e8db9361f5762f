Page({
  data: { agreed: false },
  onTick() {
    this.setData({ agreed: !this.data.agreed });
  },
  onPhone(e) {
    wx.request({ url: 'https://api.shop.example/login', method: 'POST', data: { code: e.detail.code } });
  },
});
