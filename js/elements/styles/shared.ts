/** The look that all elements share. */
import type { CSSResultGroup } from "lit";
import { controls } from "./controls.js";
import { elements } from "./elements.js";
import { panels } from "./panels.js";
import { tokens } from "./tokens.js";

export const shared: CSSResultGroup = [tokens, elements, controls, panels];
