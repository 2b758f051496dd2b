console.log('Bringing the tables up to date');
