/** Marks that reorder or hide text, and how they are spelled. */

export const MARKS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** "U+202E" */
export const spelledMark = (mark: string): string => `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** A text with its marks spelled out, for where no nodes can stand: labels, tips, pictures. */
export const spelled = (text: string): string => text.replace(MARKS, spelledMark);
