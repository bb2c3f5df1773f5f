//! zstd frames as their bytes come: the decoder reads whole blocks only, so each block is held until it is complete.
//!
//! In: compressed bytes. Out: the decompressed text; it lags behind by the frame's window, which the decoder keeps to itself. Fails with
//! the decoder's reason, as a text. Layout: RFC 8878, section 3.1.

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::Sink;
use crate::error::Result;

/// Sound, or the reason why the stream is not.
pub(super) type Outcome = std::result::Result<(), String>;

#[derive(Default)]
pub(super) struct Unzstd {
    decoder: FrameDecoder,
    held: Vec<u8>,
    place: Place,
}

#[derive(Default, Clone, Copy)]
enum Place {
    #[default]
    BetweenFrames,
    /// Inside a frame, before a block; whether a checksum follows the last one.
    Blocks { checksum: bool },
    /// Inside a skippable frame.
    Skipping(usize),
}

/// What comes next.
enum Unit {
    Skippable,
    Header { checksum: bool },
    Block,
    Skipped,
}

impl Unzstd {
    /// The outer error is the sink's.
    pub(super) fn push(&mut self, bytes: &[u8], sink: Sink<'_>) -> Result<Outcome> {
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let mut at = 0;
        while at < held.len() {
            let rest = &held[at..];
            let Some((unit, len)) = self.unit(rest).filter(|(_, len)| *len <= rest.len()) else { break };
            if let Err(reason) = self.take(unit, &rest[..len]) {
                return Ok(Err(reason));
            }
            at += len;
            if let Some(out) = self.decoder.collect().filter(|out| !out.is_empty()) {
                sink(&out)?;
            }
            if let Err(reason) = self.end_of_frame() {
                return Ok(Err(reason));
            }
        }
        held.drain(..at);
        self.held = held;
        Ok(Ok(()))
    }

    /// The outer error is the sink's.
    pub(super) fn finish(&mut self, sink: Sink<'_>) -> Result<Outcome> {
        if matches!(self.place, Place::BetweenFrames) && self.held.is_empty() {
            return Ok(Ok(()));
        }
        if matches!(self.place, Place::Blocks { .. }) {
            // An empty last block makes the decoder give out its window, which is sound text.
            let _ = self.decoder.decode_blocks(&[1, 0, 0, 0, 0, 0, 0][..], BlockDecodingStrategy::UptoBlocks(1));
            if let Some(out) = self.decoder.collect().filter(|out| !out.is_empty()) {
                sink(&out)?;
            }
        }
        Ok(Err("it ends in the middle of a frame".to_owned()))
    }

    /// What the bytes begin with, and how long it is; nothing where they are too few to say.
    fn unit(&self, rest: &[u8]) -> Option<(Unit, usize)> {
        match self.place {
            Place::Skipping(left) => Some((Unit::Skipped, left.min(rest.len()))),
            Place::BetweenFrames => {
                let &[low, b'*' | 0xb5, _, _, descriptor, ..] = rest else {
                    // Anything else is for the decoder to refuse.
                    return (rest.len() > 4).then_some((Unit::Header { checksum: false }, rest.len()));
                };
                if low & 0xf0 == 0x50 {
                    return Some((Unit::Skippable, 8));
                }
                let single = descriptor & 0x20 != 0;
                let dictionary = [0, 1, 2, 4][usize::from(descriptor & 3)];
                let content = [usize::from(single), 2, 4, 8][usize::from(descriptor >> 6)];
                let unit = Unit::Header { checksum: descriptor & 4 != 0 };
                Some((unit, 5 + usize::from(!single) + dictionary + content))
            }
            Place::Blocks { checksum } => {
                let &[low, middle, high, ..] = rest else { return None };
                let header = u32::from_le_bytes([low, middle, high, 0]);
                let body = if header >> 1 & 3 == 1 { 1 } else { header as usize >> 3 };
                let trailer = if checksum && header & 1 == 1 { 4 } else { 0 };
                Some((Unit::Block, 3 + body + trailer))
            }
        }
    }

    fn take(&mut self, unit: Unit, bytes: &[u8]) -> Outcome {
        self.place = match unit {
            Unit::Skipped => match self.place {
                Place::Skipping(left) if left > bytes.len() => Place::Skipping(left - bytes.len()),
                _ => Place::BetweenFrames,
            },
            Unit::Skippable => match *bytes {
                [_, 0x2a, 0x4d, 0x18, a, b, c, d] => match u32::from_le_bytes([a, b, c, d]) {
                    0 => Place::BetweenFrames,
                    len => Place::Skipping(len as usize),
                },
                _ => return Err("no frame begins here".to_owned()),
            },
            Unit::Header { checksum } => {
                self.decoder.reset(bytes).map_err(|error| error.to_string())?;
                Place::Blocks { checksum }
            }
            Unit::Block => {
                self.decoder.decode_blocks(bytes, BlockDecodingStrategy::UptoBlocks(1)).map_err(|error| error.to_string())?;
                self.place
            }
        };
        Ok(())
    }

    fn end_of_frame(&mut self) -> Outcome {
        if !matches!(self.place, Place::Blocks { .. }) || !self.decoder.is_finished() {
            return Ok(());
        }
        self.place = Place::BetweenFrames;
        match (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum()) {
            (Some(stored), Some(calculated)) if stored != calculated => Err("a checksum does not match".to_owned()),
            _ => Ok(()),
        }
    }
}
