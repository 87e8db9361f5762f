test('location', () => {
  wx.getLocation({ success() {} });
});
