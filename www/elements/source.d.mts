import type { Example } from "./example.js";

export function sourceOf(example: Example): string;
