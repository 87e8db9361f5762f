// Stand-in for a risk-control script: reads the device by canvas and sends the print home.
(function () {
  var canvas = document.createElement('canvas');
  canvas.width = 220;
  canvas.height = 40;
  var pen = canvas.getContext('2d');
  pen.textBaseline = 'top';
  pen.font = '16px Arial';
  pen.fillStyle = '#f60';
  pen.fillRect(100, 1, 62, 20);
  pen.fillStyle = '#069';
  pen.fillText('fengkong 示例 fingerprint', 2, 15);
  var data = canvas.toDataURL();
  var hash = 5381;
  for (var i = 0; i < data.length; i++) hash = ((hash * 33) ^ data.charCodeAt(i)) >>> 0;
  var device = hash.toString(16) + '-' + (navigator.hardwareConcurrency || 0) + '-' + screen.width;
  localStorage.setItem('smid', device);
  fetch('http://risk.fengkong-demo.test/v3/profile?deviceId=' + device, { method: 'POST', mode: 'no-cors', body: JSON.stringify({ deviceId: device, ua: navigator.userAgent, tz: new Date().getTimezoneOffset() }) });
})();
