/* chart library */ var env = typeof wx === "object" && wx.getSystemInfoSync ? { wxa: true } : {}; wx.getLocation && env.go;
