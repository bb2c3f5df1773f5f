//! Values that a stack's key encrypts and decrypts, one at a time or many.
//!
//! In: a stack and values as base64. Out: calls. What goes many at a time is sent compressed.

use super::{Call, Endpoint};
use crate::error::Result;
use crate::http::{Method, StackName};
use crate::model::secret_value::{
    BatchDecryptRequest, BatchDecryptResponse, BatchEncryptRequest, BatchEncryptResponse, DecryptValueRequest,
    DecryptValueResponse, EncryptValueRequest, EncryptValueResponse,
};

const ENCRYPT: Endpoint =
    Endpoint::new("secrets.encrypt", "Encrypt Value", Method::Post, "/api/stacks/{organization}/{project}/{stack}/encrypt");
const DECRYPT: Endpoint =
    Endpoint::new("secrets.decrypt", "Decrypt Value", Method::Post, "/api/stacks/{organization}/{project}/{stack}/decrypt");
const BATCH_ENCRYPT: Endpoint = Endpoint::new(
    "secrets.batchEncrypt",
    "Batch Encrypt Value",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/batch-encrypt",
);
const BATCH_DECRYPT: Endpoint = Endpoint::new(
    "secrets.batchDecrypt",
    "Batch Decrypt Value",
    Method::Post,
    "/api/stacks/{organization}/{project}/{stack}/batch-decrypt",
);

pub(super) const ENDPOINTS: &[Endpoint] = &[ENCRYPT, DECRYPT, BATCH_ENCRYPT, BATCH_DECRYPT];

/// Encrypts a value with the stack's key. `payload_too_large` where it is larger than the server takes.
pub fn encrypt(stack: &StackName, body: &EncryptValueRequest) -> Result<Call<EncryptValueResponse>> {
    Ok(Call::json(ENCRYPT.on(stack, &[])?.with_json(body)?))
}

/// Decrypts a value that the stack's key encrypted. `payload_too_large` where it is larger than the server takes.
pub fn decrypt(stack: &StackName, body: &DecryptValueRequest) -> Result<Call<DecryptValueResponse>> {
    Ok(Call::json(DECRYPT.on(stack, &[])?.with_json(body)?))
}

/// Encrypts many values. `payload_too_large` where they are larger than the server takes; `not_acceptable` or `unsupported` on servers
/// without it.
pub fn batch_encrypt(stack: &StackName, body: &BatchEncryptRequest) -> Result<Call<BatchEncryptResponse>> {
    Ok(Call::json(BATCH_ENCRYPT.on(stack, &[])?.with_gzip_json(body)?))
}

/// Decrypts many values. `validation` where one is no ciphertext of this stack; `payload_too_large` where they are larger than the server
/// takes.
pub fn batch_decrypt(stack: &StackName, body: &BatchDecryptRequest) -> Result<Call<BatchDecryptResponse>> {
    Ok(Call::json(BATCH_DECRYPT.on(stack, &[])?.with_gzip_json(body)?))
}
