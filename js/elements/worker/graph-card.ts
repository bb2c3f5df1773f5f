/** The size of a node in the picture of a graph: the worker lays it out, the page draws it. */
export const CARD = { width: 208, height: 46 } as const;
