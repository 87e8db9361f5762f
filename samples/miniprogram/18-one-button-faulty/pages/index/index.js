Page({
  locate() {
    wx.getLocation({
      type: 'gcj02',
      success: (at) => this.setData({ at }),
      fail: () => this.insist(),
    });
  },
  insist() {
    wx.showModal({
      title: '需要您的位置',
      content: '开启定位后才能点餐',
      showCancel: false,
      success: () => this.locate(),
    });
  },
  onTap() {
    this.locate();
  },
});
