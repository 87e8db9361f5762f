Page({
  getPhoneNumber() {
    wx.request({ url: 'https://api.shop.example/barrier/open' });
  },
});
