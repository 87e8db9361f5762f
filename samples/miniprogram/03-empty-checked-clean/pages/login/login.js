Page({
  data: { agreed: false },
  onTick(e) {
    this.setData({ agreed: e.detail.value.length > 0 });
  },
  submit() {
    if (!this.data.agreed) {
      wx.showToast({ title: '请先同意', icon: 'none' });
      return;
    }
    wx.login({ success: ({ code }) => wx.request({ url: 'https://api.shop.example/login', data: { code } }) });
  },
});
