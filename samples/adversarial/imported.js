fetch('/-/empty?n=from-imported');
