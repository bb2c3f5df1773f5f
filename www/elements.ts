/** The page that shows every element by itself. */
import "../js/elements/index.js";
import "./look.js";
import "./elements/show-room.js";
