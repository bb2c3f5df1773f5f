//! Byte classes of 64 bytes at a time, and fast equality.
//!
//! In: a block of 64 bytes. Out: [`Masks`], or where its brackets are, one bit a byte, lowest bit first. Nothing can fail.
//! The three back ends (wasm simd128, x86-64 SSE2, plain Rust) give the same masks; a test holds them together.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) use wasm::{brackets, equal, masks};

#[cfg(target_arch = "x86_64")]
mod x86;
#[cfg(target_arch = "x86_64")]
pub(crate) use x86::{brackets, masks};

#[cfg(any(test, not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))))]
mod portable;
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
pub(crate) use portable::{brackets, masks};

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    a == b
}

/// Which of 64 bytes belong to which class.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Masks {
    /// `"`
    pub(crate) quote: u64,
    /// `\`
    pub(crate) backslash: u64,
    /// `{ } [ ] : ,`
    pub(crate) op: u64,
    /// Bytes up to and including the space.
    pub(crate) blank: u64,
    /// Bytes below the space.
    pub(crate) control: u64,
    /// Tab, line feed and carriage return; only filled where `control` is not 0.
    pub(crate) line: u64,
    /// Some byte is above 127.
    pub(crate) high: bool,
}

/// As much of it as finding the end of a value takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Brackets {
    /// `"`
    pub(crate) quote: u64,
    /// `\`
    pub(crate) backslash: u64,
    /// `{ [`
    pub(crate) open: u64,
    /// `} ]`
    pub(crate) close: u64,
    /// Bytes below the space.
    pub(crate) control: u64,
    /// Some byte is above 127.
    pub(crate) high: bool,
}

/// How many bytes agree from the start on.
pub(crate) fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    const STEP: usize = 256;
    let len = a.len().min(b.len());
    let mut at = 0;
    while at + STEP <= len && equal(&a[at..at + STEP], &b[at..at + STEP]) {
        at += STEP;
    }
    at + a[at..len].iter().zip(&b[at..len]).take_while(|(x, y)| x == y).count()
}

/// Bit `i` of the result is the parity of bits `0..=i`: turns quotes into "inside a string".
pub(crate) fn prefix_xor(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^ (bits << 32)
}

#[cfg(test)]
mod tests {
    use super::{brackets, masks, portable};

    #[test]
    fn back_ends_agree_on_every_byte() {
        for shift in 0..4u8 {
            let mut block = [0u8; 64];
            for (i, byte) in block.iter_mut().enumerate() {
                *byte = i as u8 + shift * 64;
            }
            assert_eq!(masks(&block), portable::masks(&block));
            assert_eq!(brackets(&block), portable::brackets(&block));
        }
    }
}
