Page({
  onLoad() {
    wx.request({ url: 'https://api.shop.example/menu', success: ({ data }) => this.setData({ menu: data }) });
  },
});
