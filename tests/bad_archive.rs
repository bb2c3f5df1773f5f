//! Compressed states: whole, cut off, damaged, and far larger inside than outside.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::io::Write;

use common::states::{bucket, export};
use stackscope::checkpoint::Checkpoint;
use stackscope::error::ErrorCode;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn sample() -> String {
    export(&(0..20).map(|at| bucket(&format!("b{at}"), "\"protect\":true")).collect::<Vec<_>>())
}

#[test]
fn known_by_their_first_bytes() {
    let text = sample();
    let plain = Checkpoint::parse(text.clone().into_bytes()).unwrap();
    for packed in [gzip(text.as_bytes()), zstd(text.as_bytes())] {
        for state in [Checkpoint::parse(packed.clone()).unwrap(), Checkpoint::parse_like(packed.clone(), &plain).unwrap()] {
            assert_eq!(state.bytes(), text.as_bytes());
            assert_eq!((state.len(), state.summary().bytes), (20, text.len()));
            let compression = serde_json::to_value(state.summary().compression).unwrap();
            assert_eq!(compression, if packed[0] == 0x1f { "gzip" } else { "zstd" });
        }
    }
}

#[test]
fn several_members_are_one_text() {
    let text = sample();
    let (head, tail) = text.as_bytes().split_at(text.len() / 2);
    for packed in [[gzip(head), gzip(tail)].concat(), [zstd(head), zstd(tail)].concat()] {
        assert_eq!(Checkpoint::parse(packed).unwrap().bytes(), text.as_bytes());
    }
}

#[test]
fn every_cut_is_noticed() {
    for packed in [gzip(sample().as_bytes()), zstd(sample().as_bytes())] {
        for cut in 4..packed.len() {
            let error = Checkpoint::parse(packed[..cut].to_vec()).unwrap_err();
            assert_eq!(error.code(), ErrorCode::Decompress, "{cut} of {}", packed.len());
            assert!(error.offset().is_some_and(|offset| offset <= cut as u64));
        }
    }
}

#[test]
fn damage_never_panics() {
    let text = sample();
    for packed in [gzip(text.as_bytes()), zstd(text.as_bytes())] {
        for at in 4..packed.len() {
            for flip in [1, 0x80, 0xff] {
                let mut other = packed.clone();
                other[at] ^= flip;
                if let Err(error) = Checkpoint::parse(other) {
                    assert!(error.offset().is_some(), "{error}");
                }
            }
        }
    }
}

#[test]
fn what_is_packed_twice_is_not_json() {
    let twice = gzip(&gzip(sample().as_bytes()));
    let code = Checkpoint::parse(twice.clone()).unwrap_err().code();
    assert!(matches!(code, ErrorCode::NotJson | ErrorCode::InvalidUtf8), "{code:?}");
    let base = Checkpoint::parse(sample().into_bytes()).unwrap();
    assert_eq!(Checkpoint::parse_like(twice, &base).unwrap_err().code(), code);
}

#[test]
fn a_bomb_ends_in_an_error() {
    let member = gzip(&vec![0; 16 << 20]);
    let bomb = member.repeat(20);
    assert!(bomb.len() < 1 << 20);
    let error = Checkpoint::parse(bomb).unwrap_err();
    assert_eq!((error.code(), error.offset()), (ErrorCode::NotJson, Some(0)));
}
