import { expect, test } from 'vitest';
import type { TemplateNode, TemplateText } from '../../program.ts';
import { readSkyline } from './read-skyline.ts';

/** What the newer compiler makes of a login page, shortened to what this reader looks at. */
const COMPILED = `__wxCodeSpace__.batchAddCompiledTemplate((G,R,D,Q,gdc,X,Y,Z)=>{return {"pages/login/login":(()=>{var H={};
H["foot"]=(R,C,D,U)=>{var L=R.c,O=R.r,K=U===true,b=(C,T)=>{C?T("隐私政策"):T()},a=(C,T,E)=>{E("navigator",{},(N,C)=>{if(C)O(N,"url","/p")},b)};return {C:a,B:{}}};
H[""]=(R,C,D,U)=>{var L=R.c,M=R.m,O=R.r,K=U===true,
d=(C)=>{},e,
g=(C,T)=>{C?T("手机号登录"):T()},
h=(C,T)=>{C||K||U.label?T(Y(Y(D.label)+" 登录")):T()},
f=(C,T,E)=>{if(e===1){E("button",{},(N,C)=>{R.devArgs(N).A=["x"];if(C)L(N,"a");if(C)O(N,"open-type","getPhoneNumber");if(C)O(N,"bindgetphonenumber","onPhone");if(C)O(N,"disabled",true)},g)}else if(e===2){E("button",{},(N,C)=>{var $A=D.user;if(C||K)O(N,"open-type",$A?"":"getUserInfo");if(C||K)R.d(N,"id",D.id);if(C)R.v(N,"tap","go",!0,!1,!1,!1)},h)}else{E("view",{},(N,C)=>{},d)}},
j=(C,k,l,m,n,o,T,E)=>{var q=(C,T)=>{C||K?T(Y(X(k).name)):T()};E("view",{},(N,C)=>{if(C)L(N,"item "+Y(D.size))},q)},
k,t=(C,T,E,B,F,S,J)=>{var $A=I(k);if(k&&$A)$A(R,C,{agreed:D.agreed,x:1},K).C(C,T,E)},
i=(C,T,E,B,F,S,J)=>{var $A=G["common/foot"];if($A)$A('')(R,C,D,U).C(C,T,E)},
b=(C,T,E,B,F,S,J)=>{e=D.agreed&&!X(D.user).phone?1:D.other?2:0;B(e,f);F(D.list,"id",C||K?undefined:U.list,[0,"list"],j);k="foot";B(k,t);S("s");J(i);E("input",{},(N,C)=>{if(C)R.i(N,"x");if(C)R.y(N,"top:0");if(C)R.v(N,"input",D.handler,!1,!0,!1,!0)},d)},
a=(C,T,E)=>{E("view",{},(N,C)=>{if(C)L(N,"page")},b);C=!1};return {C:a,B:{}}};
return Object.assign(function(R){return H[R]},{_:H})})()}});__wxRoute="x";define("a.js",function(require,module){});`;

const lines = (nodes: readonly (TemplateNode | TemplateText)[], depth = 0): string[] =>
  nodes.flatMap((node) =>
    'text' in node
      ? [`${' '.repeat(depth)}${node.text}`]
      : [
          `${' '.repeat(depth)}${[node.tag, ...[...node.attributes].map(([name, { value }]) => (value === true ? name : `${name}=${value}`))].join(' ')}`,
          ...lines(node.children, depth + 1),
        ],
  );

test('a template of the newer renderer comes back with conditions, loops, events and texts', () => {
  const { templates, broken, cut } = readSkyline(COMPILED, 1000);
  expect([broken, cut]).toEqual([0, false]);
  expect(lines(templates.get('pages/login/login') ?? [])).toEqual([
    'template name=foot',
    ' navigator url=/p',
    '  隐私政策',
    'view class=page',
    ' button wx:if={{agreed&&!user.phone}} class=a open-type=getPhoneNumber bindgetphonenumber=onPhone disabled',
    '  手机号登录',
    " button wx:elif={{other}} open-type={{user?'':'getUserInfo'}} data-id={{id}} catch:tap=go",
    '  {{label}} 登录',
    ' view wx:else',
    ' view wx:for={{list}} wx:key=id class=item {{size}}',
    '  {{item.name}}',
    ' template is=foot data={{agreed:agreed,x:1}}',
    ' slot name=s',
    ' include src=/common/foot',
    ' input id=x style=top:0 mut-bind:input={{handler}}',
  ]);
});

test('positions are those of the compiled call; damage and excess are told', () => {
  const view = readSkyline(COMPILED, 1000)
    .templates.get('pages/login/login')
    ?.find((node) => 'tag' in node && node.tag === 'view');
  expect(COMPILED.slice(view?.start, view?.end)).toMatch(/^E\("view"/);
  expect(readSkyline(COMPILED.replace('var H={}', 'var H={'), 1000).broken).toBe(1);
  expect(readSkyline(COMPILED, 3).cut).toBe(true);
});

test('functions that define each other come to an end', () => {
  const circle = COMPILED.replace('if(C)L(N,"page")},b)', 'if(C)L(N,"page")},a)');
  expect(readSkyline(circle, 500).templates.size).toBe(1);
});
