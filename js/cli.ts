#!/usr/bin/env node
import { run } from "./cli/program.js";

// exitCode rather than exit(): what was written to a pipe still has to leave.
void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
