/** Puts the page together: the look, the shell, and the elements that it arranges, which are defined in a task of their own. */
import "./look.js";
import "./app.js";

void import("../js/elements/index.js");
