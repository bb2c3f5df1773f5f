//! The byte classes and equality by wasm simd128.

use std::arch::wasm32::{i8x16_bitmask, i8x16_eq, u8x16_le, u8x16_splat, v128, v128_any_true, v128_load, v128_or, v128_xor};

use super::{Brackets, Masks};

#[inline(always)]
pub(crate) fn masks(block: &[u8; 64]) -> Masks {
    let lanes = load(block);
    let control = gather(lanes, |v| u8x16_le(v, u8x16_splat(0x1f)));
    let any = v128_or(v128_or(lanes[0], lanes[1]), v128_or(lanes[2], lanes[3]));
    Masks {
        quote: gather(lanes, |v| is(v, b'"')),
        backslash: gather(lanes, |v| is(v, b'\\')),
        op: gather(lanes, |v| {
            let folded = v128_or(v, u8x16_splat(0x20));
            let brackets = v128_or(is(folded, b'{'), is(folded, b'}'));
            v128_or(brackets, v128_or(is(v, b':'), is(v, b',')))
        }),
        blank: gather(lanes, |v| u8x16_le(v, u8x16_splat(0x20))),
        control,
        line: if control == 0 { 0 } else { gather(lanes, |v| v128_or(is(v, b'\n'), v128_or(is(v, b'\r'), is(v, b'\t')))) },
        high: i8x16_bitmask(any) != 0,
    }
}

#[inline(always)]
pub(crate) fn brackets(block: &[u8; 64]) -> Brackets {
    let lanes = load(block);
    let folded = lanes.map(|lane| v128_or(lane, u8x16_splat(0x20)));
    let any = v128_or(v128_or(lanes[0], lanes[1]), v128_or(lanes[2], lanes[3]));
    Brackets {
        quote: gather(lanes, |v| is(v, b'"')),
        backslash: gather(lanes, |v| is(v, b'\\')),
        open: gather(folded, |v| is(v, b'{')),
        close: gather(folded, |v| is(v, b'}')),
        control: gather(lanes, |v| u8x16_le(v, u8x16_splat(0x1f))),
        high: i8x16_bitmask(any) != 0,
    }
}

pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut left = a.chunks_exact(64);
    let mut right = b.chunks_exact(64);
    for (x, y) in (&mut left).zip(&mut right) {
        let (x, y) = (load_slice(x), load_slice(y));
        let low = v128_or(v128_xor(x[0], y[0]), v128_xor(x[1], y[1]));
        let high = v128_or(v128_xor(x[2], y[2]), v128_xor(x[3], y[3]));
        if v128_any_true(v128_or(low, high)) {
            return false;
        }
    }
    left.remainder() == right.remainder()
}

#[inline(always)]
fn load(block: &[u8; 64]) -> [v128; 4] {
    let pointer = block.as_ptr().cast::<v128>();
    // SAFETY: four unaligned loads inside the 64 bytes.
    unsafe { [v128_load(pointer), v128_load(pointer.add(1)), v128_load(pointer.add(2)), v128_load(pointer.add(3))] }
}

#[inline(always)]
fn load_slice(block: &[u8]) -> [v128; 4] {
    load(block.try_into().expect("a chunk of 64 bytes"))
}

#[inline(always)]
fn gather(lanes: [v128; 4], class: impl Fn(v128) -> v128) -> u64 {
    let part = |lane| u64::from(i8x16_bitmask(class(lane)));
    part(lanes[0]) | part(lanes[1]) << 16 | part(lanes[2]) << 32 | part(lanes[3]) << 48
}

#[inline(always)]
fn is(lane: v128, byte: u8) -> v128 {
    i8x16_eq(lane, u8x16_splat(byte))
}
