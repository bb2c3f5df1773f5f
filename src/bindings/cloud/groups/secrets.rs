//! `cloud.secrets`

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::group;
use crate::bindings::cloud::arguments::{body, stack};
use crate::bindings::cloud::client::Shared;
use crate::bindings::cloud::reply::Nothing;
use crate::endpoint::secrets;

/// Values that a stack's key encrypts and decrypts. All values are base64.
#[wasm_bindgen]
pub struct SecretsApi {
    shared: Rc<Shared>,
}

group!(SecretsApi);

#[wasm_bindgen]
impl SecretsApi {
    /// Encrypts a value with the stack's key (Encrypt Value, `POST …/encrypt`). Rejects with `payload_too_large` where it is
    /// larger than the server takes.
    ///
    /// @example
    /// const { ciphertext } = await cloud.secrets.encrypt("acme/web/prod", { plaintext: btoa("hush") });
    #[wasm_bindgen(unchecked_return_type = "Promise<EncryptValueResponse>")]
    pub fn encrypt(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "EncryptValueRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| secrets::encrypt(&stack(&stack_name)?, &body(&request, "body")?))
    }

    /// Decrypts a value that the stack's key encrypted (Decrypt Value, `POST …/decrypt`). Rejects with `payload_too_large` where
    /// it is larger than the server takes.
    #[wasm_bindgen(unchecked_return_type = "Promise<DecryptValueResponse>")]
    pub fn decrypt(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "DecryptValueRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| secrets::decrypt(&stack(&stack_name)?, &body(&request, "body")?))
    }

    /// Encrypts many values; the answer has them in the same order (Batch Encrypt Value, `POST …/batch-encrypt`). Rejects with
    /// `payload_too_large` where they are larger than the server takes.
    #[wasm_bindgen(js_name = "batchEncrypt", unchecked_return_type = "Promise<BatchEncryptResponse>")]
    pub fn batch_encrypt(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "BatchEncryptRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| secrets::batch_encrypt(&stack(&stack_name)?, &body(&request, "body")?))
    }

    /// Decrypts many values; the answer has each by its ciphertext (Batch Decrypt Value, `POST …/batch-decrypt`). Rejects with
    /// `validation` where one is no ciphertext of this stack, with `payload_too_large` where they are larger than the server
    /// takes.
    #[wasm_bindgen(js_name = "batchDecrypt", unchecked_return_type = "Promise<BatchDecryptResponse>")]
    pub fn batch_decrypt(
        &self,
        #[wasm_bindgen(js_name = "stack", unchecked_param_type = "StackRef")] stack_name: JsValue,
        #[wasm_bindgen(js_name = "body", unchecked_param_type = "BatchDecryptRequest")] request: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: JsValue,
    ) -> Promise {
        self.shared.call(&options, |_: Nothing| secrets::batch_decrypt(&stack(&stack_name)?, &body(&request, "body")?))
    }
}
