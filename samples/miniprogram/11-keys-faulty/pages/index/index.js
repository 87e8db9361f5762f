const APP_ID = 'wx0000000000000000';
const APP_SECRET = '0123456789abcdef0123456789abcdef';
Page({
  onTap() {
    wx.login({
      success: ({ code }) => {
        wx.request({
          url: `https://api.weixin.qq.com/sns/jscode2session?appid=${APP_ID}&secret=${APP_SECRET}&js_code=${code}`,
          success: ({ data }) => wx.setStorageSync('session', data.session_key),
        });
      },
    });
  },
});
