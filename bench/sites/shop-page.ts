/** Texts of the bench shop. `third` is the host of the measurement company, with port where one is needed. */
export const PICTURES = 24;

export const shopHtml = (third: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>小山面馆 - 扫码点餐</title>
<link rel="stylesheet" href="/style.css"><script src="/bundle.js"></script></head><body>
<header><h1>小山面馆</h1><p>欢迎光临，请选择菜品</p></header>
<main>${Array.from({ length: PICTURES }, (_, index) => `<section class="dish"><img src="/dish-${index}.png" alt="招牌菜 ${index + 1}" width="160" height="120"><h3>招牌菜 ${index + 1}</h3><p>现做现卖，份量十足</p><span>￥${12 + index}</span></section>`).join('')}</main>
<form action="http://${third}/lead" method="post"><h2>手机号领券</h2><input name="phone" type="tel" placeholder="请输入手机号" required>
<label><input type="checkbox" name="agree" checked> 我已阅读并同意<a href="/privacy.html">《隐私政策》</a></label><button type="submit">提交订单</button></form>
<footer><a href="/privacy.html">隐私政策</a></footer>
<div class="mask" id="mask"><div class="dialog" role="dialog"><h2>个人信息保护提示</h2><p>我们会按照<a href="/privacy.html">《隐私政策》</a>收集您的手机号和设备信息，用于点餐和营销。请您阅读并选择是否同意。</p>
<button id="no">拒绝</button><button id="yes">同意并继续</button></div></div>
<script src="/app.js"></script><script src="http://${third}/measure.js" async></script></body></html>`;

export const SHOP_CSS = `body{margin:0;font:16px/1.5 sans-serif}main{display:grid;grid-template-columns:1fr 1fr;gap:8px;padding:8px}
.dish{border:1px solid #ddd;border-radius:8px;padding:8px}.dish img{width:100%;height:auto}form{padding:16px}
.mask{position:fixed;inset:0;background:rgba(0,0,0,.5);z-index:10}.dialog{position:absolute;left:8%;right:8%;top:30%;background:#fff;border-radius:12px;padding:16px}
.dialog button{font-size:16px;padding:8px 20px;margin:8px}`;

export const appJs = (third: string): string => `
localStorage.setItem('table', 'A12');
indexedDB.open('cart', 1).onupgradeneeded = (event) => event.target.result.createObjectStore('items');
document.cookie = 'visit=1; max-age=86400';
const canvas = document.createElement('canvas');
canvas.getContext('2d').fillText('小山面馆', 10, 10);
localStorage.setItem('print', String(canvas.toDataURL().length));
const socket = new WebSocket('ws://' + location.host + '/live');
socket.onopen = () => socket.send('table=A12');
fetch('/menu.json').then((answer) => answer.json());
addEventListener('load', () => navigator.sendBeacon('http://${third}/beacon', 'open'));
document.querySelector('[name=phone]').addEventListener('input', (event) => {
  if (event.target.value.length === 11) navigator.sendBeacon('http://${third}/beacon?d=' + encodeURIComponent(btoa(event.target.value)));
});
const choose = (yes) => () => {
  document.getElementById('mask').remove();
  localStorage.setItem('consent', String(yes));
  if (yes) { const script = document.createElement('script'); script.src = 'http://${third}/tracker.js'; document.body.append(script); }
};
document.getElementById('yes').onclick = choose(true);
document.getElementById('no').onclick = choose(false);
`;

export const measureJs = (third: string): string =>
  `(() => { const pixel = new Image(); pixel.src = 'http://${third}/pixel.gif?u=' + encodeURIComponent(location.href); document.cookie = '_m=' + Date.now(); })();`;

export const trackerJs = `(() => { localStorage.setItem('tracker', 'on'); document.cookie = '_t=1'; })();`;

export const POLICY_HTML = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>隐私政策</title><h1>小山面馆隐私政策</h1>
<p>更新日期：2026年5月1日。本政策说明小山面馆如何处理您的个人信息。</p><h2>一、我们收集的信息</h2><p>点餐时我们记录桌号和所点菜品；领取优惠券时我们收集手机号。我们还通过测量公司收集设备信息。</p>
<h2>二、信息的使用</h2><p>上述信息用于制作和送达菜品、核对优惠券，以及在您同意后向您发送活动消息。</p><h2>三、您的权利</h2><p>您可以向店员或通过电子邮件要求查阅、更正、删除您的信息，或者注销会员。</p>`;

/** A script of about 700 kB that is parsed and of which a little runs, as bundles of shops are. */
export function bundleJs(): string {
  const parts: string[] = [];
  for (let index = 0, size = 0; size < 700_000; index += 1) {
    const part = `function part${index}(a,b){const list=[];for(let i=0;i<a;i++){list.push({id:i+${index},name:"item-"+(i*b),price:(i%7)*${index % 97}+b})}return list.filter((item)=>item.price>b).map((item)=>item.name).join(",")}\n`;
    parts.push(part);
    size += part.length;
  }
  return `${parts.join('')}window.partsReady=[${Array.from({ length: 40 }, (_, index) => `part${index}(20,3)`).join(',')}].length;`;
}
