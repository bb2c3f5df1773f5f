//! The way through a value that nobody looks into: by its strings and brackets alone.
//!
//! In: a scanner whose `skimmed` is not 0. Out: it stands at the block, or the bracket, that closes the value. Escapes, control characters and
//! UTF-8 are checked as everywhere; grammar is not. Fails with the scanner's errors.

use super::Scanner;
use crate::error::Result;
use crate::wire::simd;

impl Scanner<'_> {
    /// Passes over the blocks of a skimmed value in which it cannot end.
    #[inline(never)]
    pub(super) fn skim_blocks(&mut self) -> Result<()> {
        while let Some(block) = self.bytes.get(self.at..self.at + 64) {
            let found = simd::brackets(block.try_into().expect("64 bytes"));
            let carried = self.escape;
            let escaped = self.escaped(found.backslash);
            let inside = simd::prefix_xor(found.quote & !escaped) ^ self.inside;
            let closes = (found.close & !inside).count_ones();
            if closes >= self.skimmed || found.control != 0 {
                self.escape = carried;
                return Ok(());
            }
            let unchecked = escaped & inside & !found.quote & !found.backslash;
            if unchecked != 0 {
                self.check_strings(self.at, 0, unchecked, inside)?;
            }
            if found.high {
                self.note_high(self.at)?;
            }
            self.skimmed += (found.open & !inside).count_ones();
            self.skimmed -= closes;
            self.inside = ((inside as i64) >> 63) as u64;
            self.scalar = 0;
            self.at += 64;
        }
        Ok(())
    }

    /// Goes through the brackets among `bits` of a block. Gives the bits from the bracket on that closes the skimmed value, or none.
    pub(super) fn skim(&mut self, block: &[u8; 64], inside: u64, bits: u64) -> u64 {
        let found = simd::brackets(block);
        let (open, close) = (found.open & !inside & bits, found.close & !inside & bits);
        let mut rest = open | close;
        while rest != 0 {
            let bit = rest & rest.wrapping_neg();
            rest ^= bit;
            if open & bit != 0 {
                self.skimmed += 1;
                continue;
            }
            self.skimmed -= 1;
            if self.skimmed == 0 {
                return bit.wrapping_neg();
            }
        }
        0
    }
}
