Page({
  data: { idCard: '' },
  onInput(e) {
    this.setData({ idCard: e.detail.value });
  },
  submit() {
    if (!this.data.idCard) {
      wx.showToast({ title: '请填写身份证号', icon: 'none' });
      return;
    }
    wx.request({ url: 'https://api.shop.example/order', method: 'POST', data: { idCard: this.data.idCard } });
  },
});
