fetch('http://other.adversarial-partner.test/-/empty?n=from-nested-worker', { mode: 'no-cors' });
