/** Lets the worker hear what was asked meanwhile, cancellations among it; throws if this work is no longer wanted. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
