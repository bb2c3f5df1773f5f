//! The byte classes in plain Rust, for targets without a back end of their own and as the reference of the others.

use super::{Brackets, Masks};

pub(crate) fn masks(block: &[u8; 64]) -> Masks {
    let mut masks = Masks::default();
    for (i, &byte) in block.iter().enumerate() {
        let bit = 1u64 << i;
        match byte {
            b'"' => masks.quote |= bit,
            b'\\' => masks.backslash |= bit,
            b'{' | b'}' | b'[' | b']' | b':' | b',' => masks.op |= bit,
            0..=0x20 => {
                masks.blank |= bit;
                if byte < 0x20 {
                    masks.control |= bit;
                }
                if matches!(byte, b'\t' | b'\n' | b'\r') {
                    masks.line |= bit;
                }
            }
            0x80.. => masks.high = true,
            _ => {}
        }
    }
    masks
}

pub(crate) fn brackets(block: &[u8; 64]) -> Brackets {
    let Masks { quote, backslash, control, high, .. } = masks(block);
    let bits =
        |pair: [u8; 2]| block.iter().enumerate().filter(|(_, byte)| pair.contains(byte)).fold(0, |bits, (i, _)| bits | 1 << i);
    Brackets { quote, backslash, open: bits(*b"{["), close: bits(*b"}]"), control, high }
}
