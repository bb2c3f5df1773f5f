//! Decompression of bytes as they come.
//!
//! In: the bytes of a file in parts of any size, compressed or not, told by the first bytes. Out: what they decompress to, in parts of
//! bounded size, as early as the format allows: gzip at once, zstd once it leaves the window of its frame (at the latest with the frame's
//! end). Several gzip members or zstd frames, one after the other, are one text. Fails with `decompress` and the offset in the compressed
//! bytes, after giving out what was sound. Memory: the window of the format, at most 128 MB for a hostile zstd frame.

use std::io::Write;

use flate2::write::MultiGzDecoder;

use super::{Compression, Failure, damaged};
use crate::error::Result;

mod frames;

use frames::Unzstd;

/// Compressed bytes that are taken at a time; a thousand times as many may come out of them.
const STEP: usize = 4 * 1024;

/// Takes the decompressed bytes.
pub(crate) type Sink<'s> = &'s mut dyn FnMut(&[u8]) -> Result<()>;

/// Decompresses a file part by part.
pub(crate) struct Unpacker {
    format: Format,
    /// Bytes taken so far, as stored.
    taken: u64,
}

enum Format {
    /// The first bytes, too few to tell.
    Unknown(Vec<u8>),
    Plain,
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    Zstd(Box<Unzstd>),
    /// Failed; nothing more is taken.
    Damaged,
}

impl Default for Unpacker {
    fn default() -> Self {
        Self { format: Format::Unknown(Vec::new()), taken: 0 }
    }
}

impl Unpacker {
    /// Takes the next bytes. What comes after a failure is passed over.
    pub(crate) fn push(&mut self, bytes: &[u8], sink: Sink<'_>) -> Result<()> {
        let Format::Unknown(first) = &mut self.format else { return self.unpack(bytes, sink) };
        first.extend_from_slice(&bytes[..bytes.len().min(4)]);
        if may_be_compressed(first) {
            return Ok(());
        }
        let held = first.len() - bytes.len().min(4);
        let held = std::mem::take(first).into_iter().take(held).collect();
        self.start(held, bytes, sink)
    }

    /// No more bytes come. Afterwards another file may.
    pub(crate) fn finish(&mut self, sink: Sink<'_>) -> Result<()> {
        let outcome = match &mut self.format {
            Format::Unknown(first) => {
                let held = std::mem::take(first);
                self.start(held, &[], sink).and_then(|()| self.finish_stream(sink))
            }
            _ => self.finish_stream(sink),
        };
        *self = Self::default();
        outcome
    }

    fn start(&mut self, held: Vec<u8>, bytes: &[u8], sink: Sink<'_>) -> Result<()> {
        let mut first = [0; 4];
        let mut known = 0;
        for (place, byte) in first.iter_mut().zip(held.iter().chain(bytes)) {
            (*place, known) = (*byte, known + 1);
        }
        self.format = match Compression::of(&first[..known]) {
            Compression::None => Format::Plain,
            Compression::Gzip => Format::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))),
            Compression::Zstd => Format::Zstd(Box::default()),
        };
        if !held.is_empty() {
            self.unpack(&held, sink)?;
        }
        self.unpack(bytes, sink)
    }

    fn unpack(&mut self, bytes: &[u8], sink: Sink<'_>) -> Result<()> {
        match &mut self.format {
            Format::Plain if bytes.is_empty() => return Ok(()),
            Format::Plain => return sink(bytes),
            Format::Unknown(_) | Format::Damaged => return Ok(()),
            Format::Gzip(_) | Format::Zstd(_) => {}
        }
        for step in bytes.chunks(STEP) {
            let outcome = match &mut self.format {
                Format::Gzip(decoder) => {
                    let outcome = decoder.write_all(step).and_then(|()| decoder.flush());
                    let out = std::mem::take(decoder.get_mut());
                    give(&out, sink)?;
                    // The space is used again.
                    *decoder.get_mut() = out;
                    decoder.get_mut().clear();
                    outcome.map_err(|error| ("gzip", error.to_string()))
                }
                Format::Zstd(frames) => frames.push(step, sink)?.map_err(|reason| ("zstd", reason)),
                _ => Ok(()),
            };
            if let Err((format, reason)) = outcome {
                self.format = Format::Damaged;
                return Err(damaged(format, self.position(), Failure::Stream(reason)));
            }
            self.taken += step.len() as u64;
        }
        Ok(())
    }

    fn finish_stream(&mut self, sink: Sink<'_>) -> Result<()> {
        let (format, outcome) = match &mut self.format {
            Format::Gzip(decoder) => {
                let outcome = decoder.try_finish();
                give(&std::mem::take(decoder.get_mut()), sink)?;
                ("gzip", outcome.map_err(|error| error.to_string()))
            }
            Format::Zstd(frames) => ("zstd", frames.finish(sink)?),
            _ => return Ok(()),
        };
        outcome.map_err(|reason| damaged(format, self.position(), Failure::Stream(reason)))
    }

    fn position(&self) -> usize {
        usize::try_from(self.taken).unwrap_or(usize::MAX)
    }
}

fn give(out: &[u8], sink: Sink<'_>) -> Result<()> {
    if out.is_empty() { Ok(()) } else { sink(out) }
}

/// Whether the bytes begin a compressed file but are too few to say so.
fn may_be_compressed(first: &[u8]) -> bool {
    matches!(first, [] | [0x1f] | [0x28] | [0x28, 0xb5] | [0x28, 0xb5, 0x2f])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn unpacked(stored: &[u8], step: usize) -> (Vec<u8>, Result<()>) {
        let (mut unpacker, mut out) = (Unpacker::default(), Vec::new());
        let mut sink = |bytes: &[u8]| {
            assert!(bytes.len() <= 8 << 20);
            out.extend_from_slice(bytes);
            Ok(())
        };
        let mut outcome = Ok(());
        for part in stored.chunks(step) {
            outcome = outcome.and(unpacker.push(part, &mut sink));
        }
        outcome = outcome.and(unpacker.finish(&mut sink));
        (out, outcome)
    }

    fn text(lines: usize) -> Vec<u8> {
        (0..lines).flat_map(|line| format!("{{\"sequence\":{line},\"stdoutEvent\":{{}}}}\n").into_bytes()).collect()
    }

    #[test]
    fn any_cut_gives_the_same_text() {
        let (one, two) = (text(9000), text(300));
        let both = [one.clone(), two.clone()].concat();
        let skippable = [&[0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3][..], &zstd(&two)].concat();
        for stored in
            [both.clone(), [gzip(&one), gzip(&two)].concat(), [zstd(&one), zstd(&two)].concat(), [zstd(&one), skippable].concat()]
        {
            for step in [1, 7, 5000, stored.len()] {
                let (out, outcome) = unpacked(&stored, step);
                outcome.unwrap();
                assert!(out == both, "step {step}");
            }
        }
        assert_eq!(unpacked(b"", 1), (Vec::new(), Ok(())));
        for short in [&b"\x1f"[..], b"(", b"(\xb5", b"(x", b"(\xb5/y{}"] {
            assert_eq!(unpacked(short, 1), (short.to_vec(), Ok(())));
        }
    }

    #[test]
    fn gzip_comes_out_at_once() {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        let (mut unpacker, mut out) = (Unpacker::default(), 0);
        for line in 1..50 {
            encoder.write_all(b"{\"sequence\":1}\n").unwrap();
            encoder.flush().unwrap();
            let stored = std::mem::take(encoder.get_mut());
            let mut sink = |bytes: &[u8]| {
                out += bytes.len();
                Ok(())
            };
            unpacker.push(&stored, &mut sink).unwrap();
            assert_eq!(out, line * 15);
        }
    }

    #[test]
    fn damage_gives_what_came_before_it() {
        let whole = text(200_000);
        for stored in [gzip(&whole), zstd(&whole)] {
            let cut = stored.len() - 3;
            let (out, outcome) = unpacked(&stored[..cut], 1000);
            assert!(!out.is_empty() && whole.starts_with(&out));
            let error = outcome.unwrap_err();
            assert_eq!((error.code(), error.offset()), (ErrorCode::Decompress, Some(cut as u64)));
            for at in (0..stored.len()).step_by(stored.len() / 40) {
                let mut broken = stored.clone();
                broken[at] ^= 0x55;
                let _ = unpacked(&broken, 4096);
            }
            let (out, outcome) = unpacked(&[stored, b"rubbish".to_vec()].concat(), 4096);
            assert_eq!(outcome.unwrap_err().code(), ErrorCode::Decompress);
            assert!(out == whole);
        }
    }
}
