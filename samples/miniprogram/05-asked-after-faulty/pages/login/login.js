Page({
  data: { agreed: false },
  onTick() {
    this.setData({ agreed: !this.data.agreed });
  },
  remind() {
    wx.showToast({ title: '请先阅读并同意隐私政策', icon: 'none' });
  },
  onPhone(e) {
    if (!this.data.agreed) {
      this.remind();
      return;
    }
    wx.request({ url: 'https://api.shop.example/login', method: 'POST', data: { code: e.detail.code } });
  },
});
