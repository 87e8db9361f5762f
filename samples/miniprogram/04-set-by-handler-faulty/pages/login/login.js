Page({
  data: { protocol: true },
  onAgree() {
    this.setData({ protocol: true });
    wx.setStorageSync('protocol', true);
  },
  onTick() {
    this.setData({ protocol: !this.data.protocol });
  },
  submit() {
    if (!this.data.protocol) return wx.showToast({ title: '请先同意', icon: 'none' });
    wx.login({ success: ({ code }) => wx.request({ url: 'https://api.shop.example/login', data: { code } }) });
  },
});
