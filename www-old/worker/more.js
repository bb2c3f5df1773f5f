// "Show more": finds a value again that was shown in part, and sends its next piece.

import { valueOf } from "./contents.js";
import { rest } from "./shown.js";

export function more(desk) {
  return { more: ({ where, from }) => rest(find(desk, where), from) };
}

function find(desk, where) {
  switch (where.of) {
    case "change": {
      const [row] = desk.diff.changes({ offset: where.offset, filter: where.filter, limit: 1 }).rows;
      return row.properties[where.property][where.side];
    }
    case "section":
      return desk.diff.overview().state[where.name][where.property][where.side];
    default:
      return valueOf(desk, where);
  }
}
