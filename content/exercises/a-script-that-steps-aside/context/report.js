console.log('Orders of today: 12');
