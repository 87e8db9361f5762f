module.exports = { getLocation: () => wx.getLocation({}) };
