/** Attributes that templates write in one word or in camel case themselves. */
const AS_IS = /^(?:bind|catch|capture|mut-bind|data-|wx:|a:|mark:|change:|generic:|model:|class$|style$|id$|slot$|is$)/;

/** Names of built-in components that the compiler turned into camel case; on own components camel case is the author's. */
const KNOWN = new Set(
  'openType appParameter sendMessageTitle sendMessagePath sendMessageImg showMessageCard sessionFrom hoverClass hoverStartTime hoverStayTime hoverStopPropagation formType businessId phoneNumberNoQuotaToast placeholderStyle placeholderClass cursorSpacing autoFocus confirmType alwaysEmbed confirmHold selectionStart selectionEnd adjustPosition holdKeyboard safePasswordCertPath safePasswordLength autoHeight showConfirmBar disableDefaultPadding appId extraData shortLink targetOwn openVersion reportSubmit reportSubmitTimeout scrollX scrollY scrollTop scrollLeft scrollIntoView enableFlex refresherEnabled devicePosition frameSize flashMode userName scaleArea showLocation includePoints'.split(
    ' ',
  ),
);

/** `openType` is `open-type` in the source; event names and data stay as they are. */
export const sourceName = (name: string): string =>
  AS_IS.test(name) || !KNOWN.has(name) ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
