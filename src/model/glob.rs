//! Patterns over types and URNs: `*` stands for any run of characters, everything else for itself.

/// Whether the whole text fits the pattern.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while t < text.len() {
        if pattern.get(p) == Some(&b'*') {
            retry = Some((p + 1, t));
            p += 1;
        } else if pattern.get(p) == Some(&text[t]) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((star, from)) = retry {
            retry = Some((star, from + 1));
            (p, t) = (star, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|&byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars() {
        for (pattern, text) in
            [("aws:*", "aws:s3/bucket:Bucket"), ("*Bucket", "aws:s3/bucket:Bucket"), ("a*b*c", "aXbYbZc"), ("", ""), ("*", "")]
        {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("aws", "aws:s3"), ("a*b", "ac"), ("", "x"), ("*x*y", "yx")] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }
}
