//! The cases of `wasm`, in Node.
#![cfg(target_arch = "wasm32")]

mod wasm;
