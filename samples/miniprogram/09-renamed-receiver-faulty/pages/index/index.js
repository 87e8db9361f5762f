const { getLocation, getClipboardData } = require('../../utils/promise.js');
Page({
  async onLoad() {
    const at = await getLocation({ type: 'gcj02' });
    getClipboardData({ success: ({ data }) => this.setData({ at, data }) });
  },
});
