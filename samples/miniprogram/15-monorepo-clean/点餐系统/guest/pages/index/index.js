Page({
  onTapNear() {
    wx.getLocation({ type: 'gcj02' });
  },
});
