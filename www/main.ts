/** Puts the page together: the look, the elements, their keys, and the shell that arranges them. */
import "../js/elements/index.js";
import "./look.js";
import "./keys.js";
import "./app.js";
