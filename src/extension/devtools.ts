import browser from 'webextension-polyfill';

browser.devtools.panels.create('OAuth', '/icons/icon-32.png', '/panels/oauth/index.html');
