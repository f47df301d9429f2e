document.getElementById('app')?.append('OAuth');
