module.exports = {
  getLocation() {
    return { city: '示例市' };
  },
};
