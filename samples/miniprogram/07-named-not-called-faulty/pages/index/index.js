Page({
  onLoad() {
    console.log('wx.getLocation is not used here');
    // wx.getLocation({ type: 'gcj02' });
    wx.getLocation({ type: 'gcj02', success: (at) => this.setData({ at }) });
    return;
    wx.chooseAddress();
  },
});
