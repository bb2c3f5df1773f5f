//! Compressed state files, known by their first bytes, never by a name.
//!
//! In: bytes as stored. Out: the JSON text. Fails with `decompress` and the offset in the compressed bytes.
//! Self-managed backends write `.json.gz` and `.json.zst` (pulumi-semantics: DIY backend layout).

use std::io::Read;

use serde::Serialize;

use crate::error::{Error, ErrorCode, Result};

pub(crate) mod stream;

/// How a state was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Compression {
    /// Plain JSON.
    None,
    /// First bytes `1f 8b`.
    Gzip,
    /// First bytes `28 b5 2f fd`.
    Zstd,
}

impl Compression {
    /// Tells the compression from the first bytes.
    ///
    /// ```
    /// use stackscope::wire::Compression;
    /// assert_eq!(Compression::of(&[0x1f, 0x8b, 8]), Compression::Gzip);
    /// assert_eq!(Compression::of(b"{"), Compression::None);
    /// ```
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Self::Zstd,
            _ => Self::None,
        }
    }
}

/// The JSON text and how it was stored. A UTF-8 byte order mark is dropped.
pub(crate) fn decompress(mut bytes: Vec<u8>) -> Result<(Vec<u8>, Compression)> {
    let compression = Compression::of(&bytes);
    match compression {
        Compression::None => {}
        Compression::Gzip => {
            let mut rest = bytes.as_slice();
            let outcome = drain(flate2::bufread::MultiGzDecoder::new(&mut rest));
            bytes = outcome.map_err(|failure| damaged("gzip", bytes.len() - rest.len(), failure))?;
        }
        Compression::Zstd => {
            let mut rest = bytes.as_slice();
            let outcome = unzstd(&mut rest);
            bytes = outcome.map_err(|failure| damaged("zstd", bytes.len() - rest.len(), failure))?;
        }
    }
    if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        bytes.drain(..3);
    }
    Ok((bytes, compression))
}

enum Failure {
    Stream(String),
    TooLarge,
}

fn unzstd(rest: &mut &[u8]) -> std::result::Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    while !rest.is_empty() {
        let decoder = ruzstd::decoding::StreamingDecoder::new(&mut *rest).map_err(|error| Failure::Stream(error.to_string()))?;
        let part = drain(decoder)?;
        if out.is_empty() {
            out = part;
        } else {
            grow(&mut out, part.len())?;
            out.extend_from_slice(&part);
        }
    }
    Ok(out)
}

fn drain(mut decoder: impl Read) -> std::result::Result<Vec<u8>, Failure> {
    const STEP: usize = 256 * 1024;
    let mut out = Vec::new();
    let mut step = vec![0; STEP];
    loop {
        match decoder.read(&mut step) {
            Ok(0) => return Ok(out),
            Ok(read) => {
                grow(&mut out, read)?;
                out.extend_from_slice(&step[..read]);
            }
            Err(error) => return Err(Failure::Stream(error.to_string())),
        }
    }
}

/// Makes room by half as much again, so that a hostile stream ends in an error and not in an abort.
fn grow(out: &mut Vec<u8>, more: usize) -> std::result::Result<(), Failure> {
    if out.len() + more > super::MAX_BYTES {
        return Err(Failure::TooLarge);
    }
    if out.capacity() - out.len() < more {
        out.try_reserve_exact(more.max(out.len() / 2)).map_err(|_| Failure::TooLarge)?;
    }
    Ok(())
}

fn damaged(format: &str, offset: usize, failure: Failure) -> Error {
    match failure {
        Failure::Stream(reason) => {
            Error::new(ErrorCode::Decompress, format!("the {format} stream is damaged or cut off ({reason})"))
                .at(offset)
                .hint("fetch the file again, or decompress it by hand to see how far it goes")
        }
        Failure::TooLarge => {
            Error::new(ErrorCode::Decompress, format!("the {format} stream holds more than can be kept in memory")).at(offset)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn three_ways_to_store_one_text() {
        let text = br#"{"version":3}"#.repeat(9000);
        let zstd = ruzstd::encoding::compress_to_vec(text.as_slice(), ruzstd::encoding::CompressionLevel::Fastest);
        for (stored, kind) in [(text.clone(), Compression::None), (gzip(&text), Compression::Gzip), (zstd, Compression::Zstd)] {
            assert_eq!(decompress(stored).unwrap(), (text.clone(), kind));
        }
        assert_eq!(decompress(b"\xef\xbb\xbf{}".to_vec()).unwrap().0, b"{}");
    }

    #[test]
    fn damage_has_a_code_and_an_offset() {
        let text = br#"{"version":3}"#.repeat(9000);
        let zstd = ruzstd::encoding::compress_to_vec(text.as_slice(), ruzstd::encoding::CompressionLevel::Fastest);
        for stored in [gzip(&text), zstd] {
            for cut in [5, stored.len() / 2, stored.len() - 1] {
                let error = decompress(stored[..cut].to_vec()).unwrap_err();
                assert_eq!(error.code(), ErrorCode::Decompress);
                assert!(error.offset().is_some_and(|offset| offset <= cut as u64));
            }
        }
    }
}
