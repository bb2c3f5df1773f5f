/** Puts the page together: the look, the elements, and the shell that arranges them. */
import "../js/elements/index.js";
import "./look.js";
import "./app.js";
