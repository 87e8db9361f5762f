import { expect, test } from 'vitest';
import type { ProgramModel } from './program-model.ts';
import { modelProgram } from './model-program.ts';
import { programOf } from './testing/program-of.ts';

const cases: readonly (readonly [way: string, of: ProgramModel])[] = [
  [
    'behavior',
    modelProgram(
      programOf({
        'pages/a/a.wxml': '<view bindtap="where">门店</view>',
        'pages/a/a.js': 'const b = require("../../place"); Component({ behaviors: [b], methods: {} })',
        'place.js':
          'module.exports = Behavior({ lifetimes: { attached() { this.where() } }, methods: { where() { wx.getLocation({}) } } })',
      }),
    ),
  ],
  [
    'vue mixin',
    modelProgram(
      programOf({
        'pages/a/a.vue':
          '<template><view/></template>\n<script>\nimport m from "../../mixins/loc"\nexport default { mixins: [m], onLoad() { this.where() } }\n</script>',
        'mixins/loc.js': 'export default { methods: { where() { uni.getLocation({}) } } }',
      }),
    ),
  ],
  [
    'event bus',
    modelProgram(
      programOf({
        'pages/a/a.vue':
          '<template><view/></template>\n<script>\nexport default { onLoad() { uni.$on("where", () => { uni.getLocation({}) }); uni.$emit("where") } }\n</script>',
      }),
    ),
  ],
  [
    'app global',
    modelProgram(
      programOf({
        'app.js': 'App({ getPosition(cb) {\n wx.getLocation({ success: cb }) } })',
        'pages/a/a.wxml': '<view/>',
        'pages/a/a.js': 'const app = getApp(); Page({ onLoad() { app.getPosition(() => {}) } })',
      }),
    ),
  ],
  [
    'component triggers',
    modelProgram(
      programOf(
        {
          'pages/a/a.wxml': '<auth bind:ok="where"/>',
          'pages/a/a.js': 'Page({ where() { wx.getLocation({}) } })',
          'c/auth.wxml': '<view/>',
          'c/auth.js': 'Component({ lifetimes: { attached() { this.triggerEvent("ok") } } })',
        },
        { components: { 'pages/a/a': { auth: 'c/auth' } } },
      ),
    ),
  ],
  [
    'selectComponent',
    modelProgram(
      programOf(
        {
          'pages/a/a.wxml': '<auth id="x"/>',
          'pages/a/a.js': 'Page({ onReady() { this.selectComponent("#x").locate() } })',
          'c/auth.wxml': '<view/>',
          'c/auth.js': 'Component({ methods: { locate() { wx.getLocation({}) } } })',
        },
        { components: { 'pages/a/a': { auth: 'c/auth' } } },
      ),
    ),
  ],
  [
    'api object',
    modelProgram(
      programOf({
        'pages/a/a.wxml': '<view/>',
        'pages/a/a.js': 'const util = require("../../utils/util.js"); Page({ onLoad() { util.where().then(() => {}) } })',
        'utils/util.js':
          'const where = () => new Promise((ok, no) => {\n wx.getLocation({ success: ok, fail: no }) })\nmodule.exports = { where, other: 1 }',
      }),
    ),
  ],
  [
    'prototype util',
    modelProgram(
      programOf({
        'main.js': 'import u from "./utils/u"; Vue.prototype.$u = u',
        'pages/a/a.vue': '<template><view/></template>\n<script>\nexport default { onLoad() { this.$u.whereAmI() } }\n</script>',
        'utils/u.js': 'export default { whereAmI() { uni.getLocation({}) } }',
      }),
    ),
  ],
];

test.each(cases)('location at load by way of: %s', (_way, of) => {
  expect(of.points).toMatchObject([{ name: 'wx.getLocation', reachable: 'yes', consent: { gate: 'no' } }]);
  expect(of.faults.map((one) => one.kind)).toEqual(['location-at-load']);
});

test('names that stand for dozens of calls of each other end in an answer, and what is plain beside them is found', () => {
  const steps = 10;
  const tangled = Array.from({ length: steps }, (_, at) => `var v${at};${` v${at} = v${at + 1}(v${at + 1});`.repeat(10)}`).join('\n');
  const model = modelProgram(
    programOf({
      'pages/a/a.wxml': '<button bindtap="go">看看</button>',
      'pages/a/a.js': `${tangled}\nvar v${steps} = 1;\nPage({ go() { v0.getLocation({}); wx.getClipboardData({}); } });`,
    }),
  );
  expect(model.points.map(({ name }) => name)).toContain('wx.getClipboardData');
});
