import('./late.js?n=dynamic-import');
