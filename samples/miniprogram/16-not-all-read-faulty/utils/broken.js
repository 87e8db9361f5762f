function (wx.getLocation({ ;;; =>
