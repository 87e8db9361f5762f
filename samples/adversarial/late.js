fetch('/-/empty?n=from-dynamic-import');
