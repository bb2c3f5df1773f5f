//! AbortSignals, of whichever making.
//!
//! In: a signal, or anything that has `aborted`, `reason` and events. Out: a future that ends with the signal's reason. However many
//! calls wait for one signal, it is listened to once: Node warns of more than ten listeners.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::Object;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::load::{get, method};

thread_local! {
    /// The signals that somebody waits for.
    static HUBS: RefCell<Vec<Rc<Hub>>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u64> = const { Cell::new(0) };
}

type Tell = Rc<dyn Fn(&JsValue)>;

/// One signal and those who wait for it.
struct Hub {
    signal: JsValue,
    waiting: RefCell<Vec<(u64, Tell)>>,
    /// Kept for as long as it listens.
    handler: RefCell<Option<Closure<dyn Fn()>>>,
}

/// While it lives, an abort is told.
pub(super) struct Listening {
    hub: Rc<Hub>,
    id: u64,
}

/// Tells `tell` the reason once the signal aborts; `None` where there is nothing to listen to.
pub(super) fn on_abort(signal: &JsValue, tell: impl Fn(&JsValue) + 'static) -> Option<Listening> {
    let known = HUBS.with_borrow(|hubs| hubs.iter().find(|hub| Object::is(&hub.signal, signal)).cloned());
    let hub = match known {
        Some(hub) => hub,
        None => Hub::listen(signal)?,
    };
    let id = NEXT.replace(NEXT.get() + 1);
    hub.waiting.borrow_mut().push((id, Rc::new(tell)));
    Some(Listening { hub, id })
}

impl Hub {
    fn listen(signal: &JsValue) -> Option<Rc<Self>> {
        let listen = method(signal, "addEventListener")?;
        method(signal, "removeEventListener")?;
        let hub = Rc::new(Self { signal: signal.clone(), waiting: RefCell::default(), handler: RefCell::default() });
        let handler = {
            let hub = Rc::downgrade(&hub);
            Closure::<dyn Fn()>::new(move || {
                if let Some(hub) = hub.upgrade() {
                    hub.fire();
                }
            })
        };
        listen.call2(signal, &"abort".into(), handler.as_ref()).ok()?;
        hub.handler.replace(Some(handler));
        HUBS.with_borrow_mut(|hubs| hubs.push(hub.clone()));
        Some(hub)
    }

    fn fire(&self) {
        let reason = get(&self.signal, "reason");
        // Whoever is told may go away, and others with it.
        let waiting: Vec<Tell> = self.waiting.borrow().iter().map(|(_, tell)| tell.clone()).collect();
        for tell in waiting {
            tell(&reason);
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.hub.waiting.borrow_mut().retain(|(id, _)| *id != self.id);
        if !self.hub.waiting.borrow().is_empty() {
            return;
        }
        HUBS.with_borrow_mut(|hubs| hubs.retain(|hub| !Rc::ptr_eq(hub, &self.hub)));
        if let (Some(unlisten), Some(handler)) = (method(&self.hub.signal, "removeEventListener"), self.hub.handler.take()) {
            let _ = unlisten.call2(&self.hub.signal, &"abort".into(), handler.as_ref());
        }
    }
}

/// The reason of a signal that has aborted.
pub(super) fn check(signal: &JsValue) -> Result<(), JsValue> {
    if get(signal, "aborted").is_truthy() { Err(get(signal, "reason")) } else { Ok(()) }
}

/// What the work gives, or the reason of an abort that comes first; then the work is dropped.
pub(super) async fn unless_aborted<W: Future>(work: W, signal: &JsValue) -> Result<W::Output, JsValue> {
    check(signal)?;
    let told: Rc<RefCell<(Option<JsValue>, Option<Waker>)>> = Rc::default();
    let _listening = {
        let told = told.clone();
        on_abort(signal, move |reason| {
            let waker = {
                let mut told = told.borrow_mut();
                told.0 = Some(reason.clone());
                told.1.take()
            };
            if let Some(waker) = waker {
                waker.wake();
            }
        })
    };
    let mut work = pin!(work);
    poll_fn(|context| {
        if let Poll::Ready(output) = work.as_mut().poll(context) {
            return Poll::Ready(Ok(output));
        }
        let mut told = told.borrow_mut();
        match told.0.take() {
            Some(reason) => Poll::Ready(Err(reason)),
            None => {
                told.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
    })
    .await
}
