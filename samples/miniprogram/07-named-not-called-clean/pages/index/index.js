Page({
  onLoad() {
    console.log('wx.getLocation is not used here');
    // wx.getLocation({ type: 'gcj02' });
    return;
    wx.chooseAddress();
  },
});
