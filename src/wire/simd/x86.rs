//! The byte classes by SSE2, which every x86-64 has.

use std::arch::x86_64::{__m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_max_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8};

use super::{Brackets, Masks};

pub(crate) fn masks(block: &[u8; 64]) -> Masks {
    // SAFETY: SSE2 is part of the x86-64 baseline.
    unsafe {
        let lanes = load(block);
        let gather = |class| gather(lanes, class);
        let control = gather(|v| up_to(v, 0x1f));
        Masks {
            quote: gather(|v| is(v, b'"')),
            backslash: gather(|v| is(v, b'\\')),
            op: gather(|v| {
                let folded = _mm_or_si128(v, _mm_set1_epi8(0x20));
                let brackets = _mm_or_si128(is(folded, b'{'), is(folded, b'}'));
                _mm_or_si128(brackets, _mm_or_si128(is(v, b':'), is(v, b',')))
            }),
            blank: gather(|v| up_to(v, 0x20)),
            control,
            line: if control == 0 { 0 } else { gather(|v| _mm_or_si128(is(v, b'\n'), _mm_or_si128(is(v, b'\r'), is(v, b'\t')))) },
            high: gather(|v| v) != 0,
        }
    }
}

pub(crate) fn brackets(block: &[u8; 64]) -> Brackets {
    // SAFETY: SSE2 is part of the x86-64 baseline.
    unsafe {
        let lanes = load(block);
        let gather = |class| gather(lanes, class);
        Brackets {
            quote: gather(|v| is(v, b'"')),
            backslash: gather(|v| is(v, b'\\')),
            open: gather(|v| is(_mm_or_si128(v, _mm_set1_epi8(0x20)), b'{')),
            close: gather(|v| is(_mm_or_si128(v, _mm_set1_epi8(0x20)), b'}')),
            control: gather(|v| up_to(v, 0x1f)),
            high: gather(|v| v) != 0,
        }
    }
}

fn load(block: &[u8; 64]) -> [__m128i; 4] {
    let pointer = block.as_ptr().cast::<__m128i>();
    // SAFETY: SSE2 is part of the x86-64 baseline, and the four unaligned loads stay inside the 64 bytes.
    unsafe {
        [
            _mm_loadu_si128(pointer),
            _mm_loadu_si128(pointer.add(1)),
            _mm_loadu_si128(pointer.add(2)),
            _mm_loadu_si128(pointer.add(3)),
        ]
    }
}

fn gather(lanes: [__m128i; 4], class: fn(__m128i) -> __m128i) -> u64 {
    // SAFETY: SSE2 is part of the x86-64 baseline.
    let part = |lane| u64::from(unsafe { _mm_movemask_epi8(class(lane)) } as u32);
    part(lanes[0]) | part(lanes[1]) << 16 | part(lanes[2]) << 32 | part(lanes[3]) << 48
}

fn is(lane: __m128i, byte: u8) -> __m128i {
    // SAFETY: SSE2 is part of the x86-64 baseline.
    unsafe { _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte as i8)) }
}

fn up_to(lane: __m128i, limit: u8) -> __m128i {
    // SAFETY: SSE2 is part of the x86-64 baseline.
    unsafe {
        let limit = _mm_set1_epi8(limit as i8);
        _mm_cmpeq_epi8(_mm_max_epu8(lane, limit), limit)
    }
}
