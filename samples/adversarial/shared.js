onconnect = () => fetch('/-/empty?n=from-shared-worker');
