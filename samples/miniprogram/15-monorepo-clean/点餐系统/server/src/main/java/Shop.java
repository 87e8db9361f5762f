public class Shop {
  String s = "wx.getLocation";
}
