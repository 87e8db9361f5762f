Page({
  pick() {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      success: ({ tempFiles }) => wx.uploadFile({ url: 'https://api.shop.example/upload', filePath: tempFiles[0].tempFilePath, name: 'file' }),
    });
  },
});
