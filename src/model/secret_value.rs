//! Values that may be secret, as deployments take and give them, and the values that a stack's key encrypts.
//!
//! In: answers and bodies of deployments and of the encrypt and decrypt endpoints. Out: [`SecretValue`] and the bodies. Plaintexts are
//! [`Secret`]s. Fails where a value is neither a text nor an object, or an answer lacks what it is for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::open::{List, model, null_as_default};
use super::secret::Secret;

model! {
    /// A secret, to be encrypted or encrypted already.
    pub struct SealedValue {
        /// The secret itself, on its way to the server.
        pub secret: Option<Secret>,
        /// The secret as the server encrypted it (base64).
        pub ciphertext: Option<String>,
        /// A value that needs no encryption, in the answers of some servers.
        pub plaintext: Option<Secret>,
    }
}

/// A value that may be secret: a text where it isn't, an object where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged, expecting = "a text, or an object with `secret` or `ciphertext`")]
pub enum SecretValue {
    /// Stored in the clear.
    Plain(Secret),
    /// Stored encrypted.
    Sealed(SealedValue),
}

model! {
    /// Body of Encrypt Value.
    pub struct EncryptValueRequest {
        /// What to encrypt (base64).
        pub plaintext: Secret,
    }

    /// Answer of Encrypt Value.
    pub struct EncryptValueResponse {
        /// The encrypted value (base64).
        pub ciphertext: String,
    }

    /// Body of Decrypt Value.
    pub struct DecryptValueRequest {
        /// What to decrypt (base64).
        pub ciphertext: String,
    }

    /// Answer of Decrypt Value.
    pub struct DecryptValueResponse {
        /// The decrypted value (base64).
        pub plaintext: Secret,
    }

    /// Body of Batch Encrypt.
    pub struct BatchEncryptRequest {
        /// What to encrypt (base64).
        pub plaintexts: Vec<Secret>,
    }

    /// Answer of Batch Encrypt.
    pub struct BatchEncryptResponse {
        /// The encrypted values (base64), in the order of the plaintexts.
        pub ciphertexts: List<String>,
    }

    /// Body of Batch Decrypt.
    pub struct BatchDecryptRequest {
        /// What to decrypt (base64).
        pub ciphertexts: Vec<String>,
    }

    /// Answer of Batch Decrypt.
    pub struct BatchDecryptResponse {
        /// The decrypted values (base64), each by its ciphertext as it was sent.
        #[serde(deserialize_with = "null_as_default")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, Secret>"))]
        pub plaintexts: BTreeMap<String, Secret>,
    }
}
