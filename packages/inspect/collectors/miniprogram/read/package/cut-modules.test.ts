import { expect, test } from 'vitest';
import { cutModules } from './cut-modules.ts';

const P = 'function(require, module, exports, window,document){';
const bodies = (text: string): [string, string][] => cutModules(text).map((one) => [one.name, text.slice(one.start, one.end).trim()]);

test('older wrappers', () => {
  const text = `var a=1;\n\tdefine("utils/a.js", ${P}\n"use strict";module.exports={f:function(){}}; \n \t\t\t}); \n\t\tdefine("pages/b.js", ${P} Page({x:function(){go({})}}); \n \t\t\t}); \trequire("pages/b.js");\n`;
  expect(bodies(text)).toEqual([
    ['utils/a.js', '"use strict";module.exports={f:function(){}};'],
    ['pages/b.js', 'Page({x:function(){go({})}});'],
  ]);
});

test('newer wrappers with options; a define of a library stays inside its module', () => {
  const text = `define("v.js",${P}\nr.define("Time",(function(){this.x({})}));\n},{isPage:false,isComponent:false,currentFile:'v.js'});;__wxRoute = undefined;define("p.js",${P}\nPage({});\n},{isPage:true,isComponent:true,currentFile:'p.js'});require("p.js");`;
  expect(bodies(text)).toEqual([
    ['v.js', 'r.define("Time",(function(){this.x({})}));'],
    ['p.js', 'Page({});'],
  ]);
});

test('modules of a plugin are named after it', () => {
  const text = `definePlugin("plugin://wx1234567890abcdef", function(define, require) {define("a.js", ${P} one({}) \n}); \n});\nrequirePlugin("plugin://wx1234567890abcdef");define("app.js", ${P} App({}) \n}); \nrequire("app.js");`;
  expect(cutModules(text).map((one) => one.name)).toEqual(['__plugin__/wx1234567890abcdef/a.js', 'app.js']);
  expect(bodies(text).map((one) => one[1])).toEqual(['one({})', 'App({})']);
});

test('a text without modules gives none', () => {
  expect(cutModules('define(["a"], function(a){})')).toEqual([]);
});
