const DESCRIBING =
  /(^|\.)(Page|Component|App|Behavior|Mixin|extend|mixin|create|createPage|createComponent|createStore|createApp|createSlice|define\w*|Store|connect\w*|observer|page|component|app|\w+(Page|Component|App))$/;
const PLATFORM = /^(wx|my|tt|swan|uni|Taro|wepy|axios|http|request)\./;

/** Whether the object handed to this call describes something (a page, a store) instead of being options of a call. */
export const describes = (via: string | null): boolean => via !== null && DESCRIBING.test(via) && !PLATFORM.test(via);
