//! Types and names as people read them.
//!
//! In: a type token, or a resource's name. Out: the token without the file that Node's module layout put into it, and the name with the
//! letters that no terminal shows written out. Nothing can fail. Rules: pulumi-semantics section 3.

use std::borrow::Cow;
use std::fmt::Write;

/// `aws:s3/bucket:Bucket` as `aws:s3:Bucket`; other tokens as they are.
pub(crate) fn type_name(token: &str) -> Cow<'_, str> {
    shortened(token).map_or(Cow::Borrowed(token), Cow::Owned)
}

fn shortened(token: &str) -> Option<String> {
    let (package, rest) = token.split_once(':')?;
    let (module, name) = rest.split_once(':')?;
    let (folder, file) = module.rsplit_once('/')?;
    let (mut inside, mut letters) = (file.chars(), name.chars());
    let same = letters.next()?.to_lowercase().eq(inside.next()) && inside.as_str() == letters.as_str();
    (same && !name.contains(':')).then(|| format!("{package}:{folder}:{name}"))
}

/// A name with control characters, line separators and the like written as Go writes them: `\n`, `\x1b`, `\u2028`.
pub(crate) fn escaped(name: &str) -> Cow<'_, str> {
    if name.chars().all(is_shown) {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len() + 8);
    for letter in name.chars() {
        let short = match letter {
            '\u{7}' => 'a',
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\u{b}' => 'v',
            _ if is_shown(letter) => {
                out.push(letter);
                continue;
            }
            _ => {
                let number = u32::from(letter);
                let _ = match number {
                    0..0x20 | 0x7f => write!(out, "\\x{number:02x}"),
                    0x20..0x1_0000 => write!(out, "\\u{number:04x}"),
                    _ => write!(out, "\\U{number:08x}"),
                };
                continue;
            }
        };
        out.push('\\');
        out.push(short);
    }
    Cow::Owned(out)
}

/// Whether a letter is seen, or makes a space: not so control and format characters, line separators and private ones.
fn is_shown(letter: char) -> bool {
    !(letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{10ffff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        for (token, wanted) in [
            ("aws:s3/bucket:Bucket", "aws:s3:Bucket"),
            ("aws:a/b/bucket:Bucket", "aws:a/b:Bucket"),
            ("aws:s3/bucketV2:Bucket", "aws:s3/bucketV2:Bucket"),
            ("aws:s3/bucket:Bucket:x", "aws:s3/bucket:Bucket:x"),
            ("aws:s3/:", "aws:s3/:"),
            ("odd", "odd"),
        ] {
            assert_eq!(type_name(token), wanted);
        }
    }

    #[test]
    fn names() {
        assert_eq!(escaped("a\"b\\c ä🔒"), "a\"b\\c ä🔒");
        assert_eq!(escaped("a\n\u{1b}[1m\u{2028}\u{202e}\u{85}"), "a\\n\\x1b[1m\\u2028\\u202e\\u0085");
    }
}
