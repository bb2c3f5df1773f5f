// A module worker: runs all cases when it is given a token, and posts the results.

import { everyCase } from "./in-browser.mjs";

onmessage = async ({ data: token }) => postMessage(await everyCase(token));
