const promisify = (fn) => (options) => new Promise((success, fail) => fn({ ...options, success, fail }));
const { getClipboardData } = wx;
module.exports = { getLocation: promisify(wx.getLocation), getClipboardData };
