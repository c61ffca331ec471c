// The same in a browser.
import './link.test.js';
