Page({
  data: { agreed: false },
  onTick() {
    this.setData({ agreed: !this.data.agreed });
  },
  remind() {
    if (!this.data.agreed) wx.showToast({ title: '请先阅读并同意', icon: 'none' });
  },
  onPhone(e) {
    wx.request({ url: 'https://api.shop.example/login', method: 'POST', data: { code: e.detail.code } });
  },
});
