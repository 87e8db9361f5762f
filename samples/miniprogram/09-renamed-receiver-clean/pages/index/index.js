const api = require('../../utils/city.js');
Page({
  onLoad() {
    this.setData({ city: api.getLocation().city });
  },
});
