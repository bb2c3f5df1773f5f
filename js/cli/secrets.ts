/** Secrets in what a server answers: encoded ones, and configuration declared secret. Both become `[secret]`, encrypted or not. */

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const MASK = "[secret]";

/** The same value without its secrets. Nested however deep: the answer was decoded, so it has an end. */
export function masked<T>(value: T): T {
  const root: [unknown] = [value];
  const waiting: { holder: any; key: string | number }[] = [{ holder: root, key: 0 }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { holder, key } = place;
    const found: unknown = holder[key];
    if (typeof found !== "object" || found === null) continue;
    if ((found as Record<string, unknown>)[SIGNATURE] === SECRET) {
      holder[key] = MASK;
      continue;
    }
    const copy: any = Array.isArray(found) ? [...found] : Object.fromEntries(Object.entries(found));
    if (copy.secret === true && typeof copy.string === "string") copy.string = MASK;
    holder[key] = copy;
    for (const name of Object.keys(copy)) waiting.push({ holder: copy, key: name });
  }
  return root[0] as T;
}
